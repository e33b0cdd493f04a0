-- What a page's reference of a student holds: no address shows a number, and no table keeps references.
create function student_hash(student_key text) returns text
  language sql immutable parallel safe
  return left(encode(sha256(convert_to(student_key, 'UTF8')), 'hex'), 24);

create index staged_student_hash on staged_student (run_id, student_hash(student_key));
create index run_case_student on run_case (run_id, student_hash(student_key));
-- A student's findings over the runs, and what happened to his cases.
create index finding_student on finding (run_id, student_key);
create index case_event_student on case_event (campaign_id, student_key);
-- Which cases are matters of several key fields.
create index finding_escalated on finding (run_id, case_id) where route = 'ROUTE-ESCALATE';
