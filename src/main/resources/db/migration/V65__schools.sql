-- Accounts belong to one school; an operator may have none, and who sees the province has none.
alter table account drop constraint account_role_check;
alter table account add constraint account_role_check
  check (role in ('registrar', 'college', 'auditor', 'operator', 'provincial'));
alter table account
  add column school text not null default '' check (school = '' or school ~ '^[0-9]{5}$'),
  add constraint account_of_province check (role <> 'provincial' or school = '');
update account
   set school = (select min(school_code) from campaign)
 where (select count(distinct school_code) from campaign) = 1;

-- While there is one school, an account without one is that school's. When a second comes it stays so; but where nothing ever
-- ran nobody knows whose it was meant to be.
create function accounts_keep_their_school() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from campaign where school_code = new.school_code)
     and (select count(distinct school_code) from campaign) = 1
     and exists (select 1 from run) then
    update account set school = (select min(school_code) from campaign)
     where school = '' and role not in ('operator', 'provincial');
  end if;
  return new;
end
$$;
create trigger campaign_of_new_school before insert on campaign for each row execute function accounts_keep_their_school();

-- A campaign that had runs is its school's for good: a job file of another school must take another name.
create function campaign_keeps_its_school() returns trigger language plpgsql as $$
begin
  if new.school_code <> old.school_code
     and exists (select 1 from run where campaign_id = old.campaign_id and status in ('published', 'held', 'dropped')) then
    new.school_code := old.school_code;
  end if;
  return new;
end
$$;
create trigger campaign_school_stays before update of school_code on campaign for each row execute function campaign_keeps_its_school();

-- Whose an entry of the audit log is: the campaign's school, else that of the account that acts or is changed, else the only one.
alter table audit disable trigger audit_row_stays;
alter table audit add column school text not null default '';
update audit a
   set school = coalesce((select c.school_code from campaign c where c.name = a.campaign),
                         (select min(school_code) from campaign having count(distinct school_code) = 1), '');
alter table audit enable trigger audit_row_stays;
create index audit_school on audit (school, at);
create index audit_school_action on audit (school, action, at);
