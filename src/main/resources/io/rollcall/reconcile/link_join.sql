-- Students that were found to be one.
update speaker s
   set student = j.root, link = case when s.link = '' then :how else s.link end
  from joined j
 where s.student = j.member
