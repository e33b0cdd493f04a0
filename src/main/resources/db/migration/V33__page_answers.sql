-- What people answer on a page: inputs of the next run, like returned workbooks.
create sequence page_answer_batch;
create table page_answer (
  answer_no      bigint generated always as identity primary key,
  campaign_id    bigint not null references campaign,
  -- The same for all answers of one form.
  batch          bigint not null,
  case_id        text not null,
  case_no        bigint not null,
  -- The college that answers, or registrar.
  desk           text not null,
  -- What was shown: a published run, and the answers that pages had taken up to a number.
  made_run       bigint not null references run,
  answers_upto   bigint not null,
  shown_answer   text not null,
  shown_proposed text not null,
  shown_offered  text not null,
  answer         text not null check (answer in ('CONFIRMED', 'REJECTED', 'PENDING', 'NO_PROBLEM', 'UNSURE', 'AGREED', 'DISAGREED',
                                                 'RETURNED', 'WITHDRAWN')),
  value          text not null,
  evidence       text not null,
  note           text not null,
  route          text not null default '',
  answered_by    text not null,
  answered_at    timestamptz not null,
  answered_on    date not null
);
create index page_answer_case on page_answer (campaign_id, case_no, answer_no);
create index page_answer_campaign on page_answer (campaign_id, answer_no);

-- The database itself refuses to change what was answered. Only of a closed campaign may it be cleared away.
create function page_answer_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if exists (select 1 from campaign where campaign_id = old.campaign_id and closed_at is not null) then
      return old;
    end if;
  end if;
  raise exception 'answers are append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger page_answer_row_stays before update or delete on page_answer for each row execute function page_answer_stays();
create trigger page_answer_table_stays before truncate on page_answer for each statement execute function page_answer_stays();

-- Up to which answer of pages a run sees.
alter table run add column answers_upto bigint not null default 0;

-- When a file was accepted on a page; of others nobody knows more than which run first saw it.
alter table run_file add column accepted_at timestamptz;
create index run_file_content on run_file (campaign_id, role, sha256);

-- The time of a returned workbook among answers: its acceptance, else the freeze that first saw it.
create view review_time as
  select f.campaign_id, f.sha256, min(coalesce(f.accepted_at, r.frozen_at, r.started_at)) as at
    from run_file f join run r using (run_id)
   where f.role = 'reviews'
   group by f.campaign_id, f.sha256;

alter table run_case
  -- What is proposed while nobody has answered, as it may be shown and as a reference; for the registrar and for a college.
  add column plain_proposed     text not null default '',
  add column plain_proposed_ref text not null default '',
  add column plain_offered      text not null default '',
  add column plain_offered_ref  text not null default '',
  -- The college's answer that the registrar sent back, in case he takes that back.
  add column set_aside          jsonb;

-- The order of answers is by time now. Of those whose file is no longer known the night is, at whose end they lie.
update run_case c
   set answer_turn = case when c.answer_turn = '' then '' else coalesce(
         (select to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from review_time t
           where t.campaign_id = c.campaign_id and t.sha256 = split_part(c.answer_ref, '|', 1)),
         split_part(c.answer_turn, '|', 1) || 'T23:59:59.999999Z') || '|' || c.answer_turn end,
       review_turn = case when c.review_turn = '' then '' else coalesce(
         (select to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from review_time t
           where t.campaign_id = c.campaign_id and t.sha256 = split_part(c.review_ref, '|', 1)),
         split_part(c.review_turn, '|', 1) || 'T23:59:59.999999Z') || '|' || c.review_turn end
 where c.answer_turn <> '' or c.review_turn <> '';
