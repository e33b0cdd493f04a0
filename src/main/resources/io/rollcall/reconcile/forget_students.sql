-- Students are made anew after confirmed links were entered.
delete from staged_fold where run_id = :run;
delete from staged_student where run_id = :run
