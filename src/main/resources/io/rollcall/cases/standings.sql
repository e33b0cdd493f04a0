-- The figures of the night, by college: whatever is counted anywhere is counted here.
insert into run_standing (campaign_id, run_id, reader, college, errors, warnings, oldest, ages, answered, for_college, for_evidence,
                          for_registrar, for_handover, for_platform, known_ok, rejected, fresh, still, again, gone,
                          answered_now, lapsed, sent, closed, reopened, stale)
with reader as (select reader from (values ('registrar'), ('college')) as d(reader)),
now as (
  select d.reader, c.case_no, c.college, c.severity, c.opened_on, c.answer, c.review, c.state, to_do and state not in ('sent', 'registrar-rejected', 'known-ok', 'closed') as waits
    from run_case c, reader d where campaign_id = :campaign and run_id = :run and (d.reader = 'registrar' or not c.hidden)
),
before as (
  select d.reader, b.case_no, b.college, b.to_do and b.state not in ('sent', 'registrar-rejected', 'known-ok', 'closed') as waits
    from (select case_no, college, to_do, hidden, state from standing
            union all select case_no, college, to_do, hidden, state from gone_cases) b, reader d
   where d.reader = 'registrar' or not b.hidden
),
stands as (
  select n.reader, n.college, count(*) filter (where waits and severity = 'E') as errors, count(*) filter (where waits and severity = 'W') as warnings,
         coalesce(max(:date - opened_on) filter (where waits), 0) as oldest, coalesce(sum(:date - opened_on) filter (where waits), 0) as ages,
         count(*) filter (where waits and (answer || review <> '' or state not in ('open', 'reopened'))) as answered,
         count(*) filter (where waits and state in ('open', 'reopened') and answer not in ('PENDING', 'NO_PROBLEM', 'UNSURE')) as for_college,
         count(*) filter (where waits and state in ('open', 'reopened') and answer = 'PENDING') as for_evidence,
         count(*) filter (where waits and (state in ('college-confirmed', 'college-rejected')
                                           or state in ('open', 'reopened') and answer in ('NO_PROBLEM', 'UNSURE'))) as for_registrar,
         count(*) filter (where state = 'registrar-approved') as for_handover, count(*) filter (where state = 'sent') as for_platform,
         count(*) filter (where state = 'known-ok') as known_ok, count(*) filter (where state = 'registrar-rejected') as rejected
    from now n group by n.reader, n.college
),
moves as (
  select coalesce(n.reader, b.reader) as reader, coalesce(n.college, b.college) as college, count(*) filter (where n.waits and n.opened_on = :date and not coalesce(b.waits, false)) as fresh,
         count(*) filter (where n.waits and b.waits) as still,
         count(*) filter (where n.waits and n.opened_on < :date and not coalesce(b.waits, false)) as again,
         count(*) filter (where b.waits and not coalesce(n.waits, false)) as gone
    from now n full join before b on b.case_no = n.case_no and b.reader = n.reader
   group by coalesce(n.reader, b.reader), coalesce(n.college, b.college)
),
events as (
  select d.reader, e.college, count(distinct case_no) filter (where kind = 'answered') as answered_now,
         count(distinct case_no) filter (where kind = 'lapsed') as lapsed, count(distinct case_no) filter (where kind = 'sent') as sent,
         count(distinct case_no) filter (where kind = 'closed') as closed, count(distinct case_no) filter (where kind = 'reopened') as reopened
    from case_event e, reader d
   where e.campaign_id = :campaign and e.run_id = :run and (d.reader = 'registrar' or not exists (select 1 from run_case h where h.campaign_id = :campaign and h.run_id = :run and h.case_id = e.case_id and h.hidden))
   group by d.reader, e.college
),
stale as (
  select d.reader, f.college, count(*) as stale from noted f, reader d where f.code = 'REVIEW_STALE' group by d.reader, f.college
)
select :campaign, :run, reader, college, coalesce(errors, 0), coalesce(warnings, 0), coalesce(oldest, 0), coalesce(ages, 0), coalesce(answered, 0),
       coalesce(for_college, 0), coalesce(for_evidence, 0), coalesce(for_registrar, 0), coalesce(for_handover, 0),
       coalesce(for_platform, 0), coalesce(known_ok, 0), coalesce(rejected, 0), coalesce(fresh, 0), coalesce(still, 0),
       coalesce(again, 0), coalesce(gone, 0), coalesce(answered_now, 0), coalesce(lapsed, 0), coalesce(sent, 0), coalesce(closed, 0),
       coalesce(reopened, 0), coalesce(stale, 0)
  from stands full join moves using (reader, college) full join events using (reader, college) full join stale using (reader, college)
