-- What is said of submissions, before it becomes findings: also of people whom no source knows.
create temporary table reported (
  code text, student_key text, college text, student_no text, candidate_no text, name text, major text, class_name text,
  field text, roster_value text, platform_value text, admission_value text, claimed_value text,
  locations text, detail text, private_detail text, suggestion text, cause text, route text, group_ref text, odd text, matter text,
  case_id text, stated text, reader text, partner text
) on commit drop
