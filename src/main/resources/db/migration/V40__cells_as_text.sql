-- The cells as read are looked up for the few records that something is found about: they are kept as they come, which
-- spares the server taking every one of them apart.
drop view staged_record;
alter table staged_text alter column raw type json using raw::json;
create view staged_record as
  select v.*, t.raw from staged_value v left join staged_text t on t.run_id = v.run_id and t.id = v.id;
