-- Students that were found to be one.
update speaker s
   set student = coalesce(j.root, s.student), link = case when s.link = '' then :how else s.link end
  from joined j
 where s.student = j.member or s.student = j.root and s.link = '' and j.member = j.root
