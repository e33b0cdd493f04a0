-- What the sources say of a student beside what fills the columns: the majors, and all that would matter in one number, which is
-- made while the sources lie side by side. Two nights are told apart by it.
alter table staged_student
  add column roster_major text, add column platform_major text, add column admission_major text, add column said bigint;
