-- Looked for every few seconds, of however many runs there ever were.
create index run_at_work on run (campaign_id) where status in ('running', 'publishing');
-- The run that ended last, of each campaign.
create index run_settled on run (campaign_id, settled_at desc) where status = 'published';
