-- A case is what has to be settled about one student: one for each field, whatever codes speak of it, one for each code that
-- is about no single field, one for each problem with an account. Answers, states, approvals and corrections belong to it.

-- What a finding is about: the canonical field, the code, or the code of the account problem.
create function case_matter(code text, field text) returns text
  language sql immutable parallel safe
  return case
    when code in ('ID_DOUBLE_REGISTRATION', 'ID_NEAR_DUPLICATE', 'ID_IN_EARLIER_COHORT', 'PERSON_REPEATED', 'ID_SHARED',
                  'STUDENT_NO_SHARED', 'CANDIDATE_NO_SHARED') then code
    when code in ('NOT_SELF_CHECKED', 'SELF_CHECK_OVERDUE') then 'NOT_SELF_CHECKED'
    when field <> '' then field
    when code like 'ACCOUNT!_%' escape '!' then 'ACCOUNT_PROBLEM_UNRECOGNISED'
    -- Who claims that the platform shows no record speaks of the missing record.
    when code in ('CLAIM_SUPPORTED', 'CLAIM_ALREADY_CORRECT', 'CLAIM_DUPLICATE', 'CLAIM_EVIDENCE_MISSING', 'CLAIM_STALE')
      then 'MISSING_IN_PLATFORM'
    else code end;

-- A case's id: a hash without a secret, since a key that is an ID number is already a keyed reference.
create function case_id(campaign text, student_key text, matter text) returns text
  language sql immutable parallel safe
  return left(encode(sha256(convert_to(concat_ws(E'\x1f', campaign, student_key, matter), 'UTF8')), 'hex'), 24);

-- What may be kept of a value for telling whether it changed: of ID numbers a keyed reference only.
create function case_fact(field text, value text, salt text) returns text
  language sql immutable parallel safe
  return case when field = 'id_no' then left(encode(sha256(convert_to(salt || value, 'UTF8')), 'hex'), 16) else value end;

-- What a person was shown as the value to register, whatever the mask hid.
create function case_value_ref(value text, salt text) returns text
  language sql immutable parallel safe
  return left(encode(sha256(convert_to(salt || 'value' || value, 'UTF8')), 'hex'), 16);

-- Whether what a case rests on changed. What tonight's sources do not tell is in neither; what is stated for the first
-- time changes nothing if it is what was settled, or, where nothing was settled, what another source said before.
create function case_changed(before jsonb, tonight jsonb, settled text) returns boolean
  language sql immutable parallel safe
  return exists (
    select 1 from jsonb_each_text(tonight) n left join jsonb_each_text(before) o using (key)
     where n.value is distinct from o.value
       and not (o.value is null
                and (n.value = '' or n.value = settled
                     or settled = '' and n.value in (select value from jsonb_each_text(before)))));

create sequence case_number;

-- A case as it stands after a run. One row a case and run: what holds at a date is told by the last published run of it, so a
-- rerun replaces what its date did, and a run that was not published did nothing.
create table run_case (
  campaign_id    bigint not null references campaign,
  run_id         bigint not null references run on delete cascade,
  case_id        text not null,
  -- The same for the whole life of a case, also when its student's key changes.
  case_no        bigint not null,
  student_key    text not null,
  matter         text not null,
  field          text not null,
  -- The gravest of what is found tonight, else of what was found last.
  code           text not null,
  severity       text not null,
  codes          text[] not null,
  -- Whether something is found that somebody has to act on or look at.
  to_do          boolean not null,
  -- Whether only the registrar reads it: it rests on a record that is probably another student's.
  hidden         boolean not null default false,
  college        text not null,
  student_no     text not null,
  candidate_no   text not null,
  name           text not null,
  identity       text not null default '',
  opened_on      date not null,
  last_seen      date not null,
  closed_on      date,
  state          text not null,
  -- What a college answered, and in which of its workbooks: the order in which answers count.
  answer         text not null default '',
  answer_value   text not null default '',
  answer_college text not null default '',
  evidence       text not null default '',
  answered_by    text not null default '',
  answered_on    date,
  answer_note    text not null default '',
  answer_ref     text not null default '',
  answer_turn    text not null default '',
  -- What the registrar answered.
  review         text not null default '',
  review_value   text not null default '',
  review_route   text not null default '',
  reviewed_by    text not null default '',
  reviewed_on    date,
  review_note    text not null default '',
  review_ref     text not null default '',
  review_turn    text not null default '',
  -- What agreeing would register, as it may be shown, with a reference of the value; for the registrar and for a college.
  proposed       text not null default '',
  proposed_ref   text not null default '',
  offered        text not null default '',
  offered_ref    text not null default '',
  -- The value that was approved, since when, instead of which, by which route, and what the platform holds of the student.
  approved       text not null default '',
  approved_on    date,
  replaced       text not null default '',
  route          text not null default '',
  platform       jsonb,
  sent_on        date,
  -- The value that a correction brought to the platform.
  corrected      text not null default '',
  -- What has to be told of it beside its state.
  note           text not null default '',
  facts          jsonb not null default '{}',
  -- Since when each of its findings is known.
  seen           jsonb not null default '{}',
  primary key (run_id, case_id)
);
create index run_case_number on run_case (campaign_id, case_no);
create index run_case_over_runs on run_case (campaign_id, case_id);

-- What people enter without a workbook; a run takes in what was there when it began.
create table case_input (
  input_no     bigint generated always as identity primary key,
  campaign_id  bigint not null references campaign,
  kind         text not null check (kind in ('sent')),
  made_run     bigint not null references run,
  route        text not null,
  on_date      date not null,
  entered_by   text not null,
  entered_at   timestamptz not null
);
create index case_input_campaign on case_input (campaign_id, input_no);
alter table run add column inputs_upto bigint not null default 0;

-- Links that people confirmed or refused, as they are known after a run.
create table run_link_decision (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  left_key     text not null,
  right_key    text not null,
  confirmed    boolean not null,
  decided_on   date not null,
  decided_by   text not null,
  primary key (run_id, left_key, right_key),
  check (left_key < right_key)
);

alter table finding
  add column case_id text not null default '',
  add column matter  text not null default '',
  -- What was reported beside the values of the sources.
  add column stated  text not null default '';
update finding f
   set matter = case_matter(f.code, f.field), case_id = case_id(c.name, f.student_key, case_matter(f.code, f.field))
  from campaign c where c.campaign_id = f.campaign_id;

alter table review_row add column case_id text not null default '';
update review_row v set case_id = f.case_id
  from (select distinct on (campaign_id, finding_id) campaign_id, finding_id, case_id from finding order by campaign_id, finding_id) f
 where f.campaign_id = v.campaign_id and f.finding_id = v.finding_id;

alter table case_event
  add column case_id   text not null default '',
  add column case_no   bigint not null default 0,
  add column old_value text not null default '',
  add column new_value text not null default '';
alter table case_event drop constraint case_event_kind_check;
alter table case_event add constraint case_event_kind_check
  check (kind in ('answered', 'lapsed', 'sent', 'closed', 'reopened', 'stale', 'noticed'));

-- The cases of every run that counts for its date, from the findings of which they were made before.
with effective as (select run_id, campaign_id, business_date from effective_run),
member as (
  select f.*, e.business_date,
         array_position(array['E', 'W', 'I'], f.severity) as rank,
         case f.state when 'sent' then 'registrar-approved' else f.state end as case_state,
         f.answer <> '' or f.registrar_answer <> '' or f.state not in ('open', 'reopened') as decided,
         coalesce((select k.value from run_correction k join effective h on h.run_id = k.run_id
                     join finding w on w.run_id = k.run_id and w.finding_id = k.finding_id
                    where w.campaign_id = f.campaign_id and w.case_id = f.case_id and h.business_date <= e.business_date
                      and f.state in ('registrar-approved', 'sent')
                    order by h.business_date desc limit 1), nullif(f.correction, ''), '') as wanted
    from finding f join effective e using (run_id, campaign_id)
   where f.code not like 'REVIEW!_%' escape '!'
),
told as (
  select campaign_id, run_id, business_date, case_id, min(student_key) as student_key, min(matter) as matter,
         (array_agg(code order by rank, code))[1] as code, (array_agg(severity order by rank))[1] as severity,
         array_agg(distinct code) as codes, bool_or(severity <> 'I') as to_do, max(college) as college,
         max(student_no) as student_no, max(candidate_no) as candidate_no, max(name) as name,
         min(first_seen) as opened_on, max(last_seen) as last_seen,
         count(distinct (case_state, answer, registrar_answer, wanted)) filter (where decided) as verdicts,
         max(case_state) filter (where decided) as decided_state, max(case_state) as plain_state,
         bool_or(state = 'sent') as was_written,
         (array_agg(answer order by answered_on desc nulls last) filter (where decided))[1] as answer,
         (array_agg(answered_by order by answered_on desc nulls last) filter (where decided))[1] as answered_by,
         (array_agg(registrar_answer order by answered_on desc nulls last) filter (where decided))[1] as review,
         (array_agg(evidence_seen order by answered_on desc nulls last) filter (where decided))[1] as evidence,
         (array_agg(chosen_route order by answered_on desc nulls last) filter (where decided))[1] as chosen_route,
         (array_agg(wanted order by answered_on desc nulls last) filter (where decided))[1] as wanted,
         max(answered_on) filter (where decided) as answered_on,
         (array_agg(platform_value order by rank, code))[1] as platform_value,
         jsonb_object_agg(finding_id, first_seen) as seen,
         -- What was shown is all that is known of what a decision rested on.
         jsonb_build_object('shown', jsonb_object_agg(finding_id, md5(concat_ws('|', roster_value, platform_value,
                                                                                admission_value, claimed_value)))) as facts
    from member group by campaign_id, run_id, business_date, case_id
),
numbered as (
  select campaign_id, case_id, nextval('case_number') as case_no
    from (select distinct campaign_id, case_id from told order by campaign_id, case_id) d
),
-- A case that an earlier run of that list found and a later one did not is closed there.
ever as (
  select t.campaign_id, t.case_id, e.run_id, e.business_date,
         max(t.business_date) as last_day
    from told t join effective e on e.campaign_id = t.campaign_id and e.business_date >= t.business_date
   group by t.campaign_id, t.case_id, e.run_id, e.business_date
)
insert into run_case (campaign_id, run_id, case_id, case_no, student_key, matter, field, code, severity, codes, to_do, college,
                      student_no, candidate_no, name, opened_on, last_seen, closed_on, state, answer, answer_value,
                      answer_college, evidence, answered_by, answered_on, review, review_value, review_route, reviewed_by,
                      reviewed_on, approved, approved_on, replaced, note, facts, seen)
select v.campaign_id, v.run_id, v.case_id, n.case_no, t.student_key, t.matter,
       case when t.matter = lower(t.matter) then t.matter else '' end, t.code, t.severity, t.codes, t.to_do and here, t.college,
       t.student_no, t.candidate_no, t.name,
       (select min(o.opened_on) from told o where o.campaign_id = v.campaign_id and o.case_id = v.case_id),
       t.last_seen, case when not here then v.business_date end,
       case when not here then 'closed' when verdict.holds then t.decided_state
            when t.verdicts > 0 then 'open' else t.plain_state end,
       case when verdict.holds and here then t.answer else '' end,
       case when verdict.holds and here and t.answer = 'CONFIRMED' then t.wanted else '' end,
       case when verdict.holds and here and t.answer <> '' then t.college else '' end,
       case when verdict.holds and here then t.evidence else '' end,
       case when verdict.holds and here and t.answer <> '' then case when t.review = '' then t.answered_by else coalesce(said.by_whom, '') end
            else '' end,
       case when verdict.holds and here and t.answer <> '' then case when t.review = '' then t.answered_on else said.on_date end end,
       case when verdict.holds and here then t.review else '' end, '',
       case when verdict.holds and here then t.chosen_route else '' end,
       case when verdict.holds and here and t.review <> '' then t.answered_by else '' end,
       case when verdict.holds and here and t.review <> '' then t.answered_on end,
       case when verdict.holds and here and t.decided_state = 'registrar-approved' then t.wanted else '' end,
       case when verdict.holds and here and t.decided_state = 'registrar-approved' then t.answered_on end,
       case when verdict.holds and here and t.decided_state = 'registrar-approved' then t.platform_value else '' end,
       case when here and t.verdicts > 1 then 'migrated-contradiction'
            when verdict.holds and here and t.was_written then 'migrated-written' else '' end,
       t.facts, t.seen
  from ever v
  join numbered n using (campaign_id, case_id)
  join told t on t.campaign_id = v.campaign_id and t.case_id = v.case_id and t.business_date = v.last_day
 cross join lateral (select v.last_day = v.business_date as here) h
 cross join lateral (select coalesce(t.verdicts, 0) = 1 as holds) verdict
  -- Findings name who answered last; the college's word stands in the history.
  left join lateral (select o.by_whom, o.on_date from case_event o
                      where o.campaign_id = v.campaign_id and t.seen ? o.finding_id and o.after in ('college-confirmed', 'college-rejected')
                      order by o.run_id desc, o.event_no desc limit 1) said on true;

update case_event e set case_id = f.case_id
  from (select distinct on (campaign_id, finding_id) campaign_id, finding_id, case_id from finding order by campaign_id, finding_id) f
 where f.campaign_id = e.campaign_id and f.finding_id = e.finding_id;
update case_event e set case_no = c.case_no
  from (select distinct campaign_id, case_id, case_no from run_case) c
 where c.campaign_id = e.campaign_id and c.case_id = e.case_id;
insert into run_link_decision
select d.campaign_id, e.run_id, d.left_key, d.right_key, d.confirmed, d.decided_on, d.decided_by
  from link_decision d join effective_run e on e.campaign_id = d.campaign_id and e.business_date >= d.decided_on;

drop index case_event_finding;
create index case_event_case on case_event (campaign_id, case_no);
create index case_event_reference on case_event (campaign_id, reference) where reference <> '';
alter table case_event drop column finding_id;
alter table finding
  drop column id_ref, drop column answer, drop column answered_by, drop column answered_on, drop column correction,
  drop column chosen_route, drop column evidence_seen, drop column registrar_answer;
create index finding_case on finding (run_id, case_id);
drop table run_correction, link_decision;

-- The figures of a night, by college: every count of cases that is told anywhere.
create table run_standing (
  campaign_id  bigint not null references campaign,
  run_id       bigint not null references run on delete cascade,
  -- Who reads the figures: the registrar, or a college, whose file shows no hidden case.
  reader       text not null check (reader in ('registrar', 'college')),
  college      text not null,
  -- Cases that wait for somebody to act or to look, and by whom.
  errors       bigint not null,
  warnings     bigint not null,
  oldest       integer not null,
  ages         bigint not null,
  answered     bigint not null,
  for_college  bigint not null,
  for_evidence bigint not null,
  for_registrar bigint not null,
  for_handover bigint not null,
  -- Cases that wait for the platform, that were explained, that were not approved.
  for_platform bigint not null,
  known_ok     bigint not null,
  rejected     bigint not null,
  -- Against the run before: to do now and never before, then and now, again, then and no longer.
  fresh        bigint not null,
  still        bigint not null,
  again        bigint not null,
  gone         bigint not null,
  -- What happened in this run.
  answered_now bigint not null,
  lapsed       bigint not null,
  sent         bigint not null,
  closed       bigint not null,
  reopened     bigint not null,
  stale        bigint not null,
  primary key (run_id, reader, college)
);
insert into run_standing
select c.campaign_id, c.run_id, d.reader, c.college, count(*) filter (where w.waits and c.severity = 'E'),
       count(*) filter (where w.waits and c.severity = 'W'), coalesce(max(r.business_date - c.opened_on) filter (where w.waits), 0),
       coalesce(sum(r.business_date - c.opened_on) filter (where w.waits), 0),
       count(*) filter (where w.waits and (c.answer || c.review <> '' or c.state not in ('open', 'reopened'))),
       count(*) filter (where w.waits and c.state in ('open', 'reopened') and c.answer = ''),
       count(*) filter (where w.waits and c.state in ('open', 'reopened') and c.answer = 'PENDING'),
       count(*) filter (where w.waits and (c.state in ('college-confirmed', 'college-rejected') or c.answer in ('NO_PROBLEM', 'UNSURE'))),
       count(*) filter (where c.state = 'registrar-approved'), 0, count(*) filter (where c.state = 'known-ok'),
       count(*) filter (where c.state = 'registrar-rejected'), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  from run_case c join run r using (run_id)
 cross join lateral (select c.to_do and c.state not in ('sent', 'registrar-rejected', 'known-ok', 'closed') as waits) w
 cross join (values ('registrar'), ('college')) as d(reader)
 group by c.campaign_id, c.run_id, d.reader, c.college;
