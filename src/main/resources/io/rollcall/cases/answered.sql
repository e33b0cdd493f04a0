update run_case c
   set state = a.state, answer = a.answer, answer_value = a.answer_value, answer_college = a.answer_college, evidence = a.evidence,
       answered_by = a.answered_by, answered_on = a.answered_on, answer_note = a.answer_note, answer_ref = a.answer_ref,
       answer_turn = a.answer_turn, review = a.review, review_value = a.review_value, review_route = a.review_route,
       reviewed_by = a.reviewed_by, reviewed_on = a.reviewed_on, review_note = a.review_note, review_ref = a.review_ref,
       review_turn = a.review_turn, proposed = a.proposed, proposed_ref = a.proposed_ref, offered = a.offered,
       offered_ref = a.offered_ref, approved = a.approved, approved_on = a.approved_on, replaced = a.replaced, route = a.route,
       sent_on = a.sent_on, note = a.note, set_aside = a.set_aside
  from answered a where c.campaign_id = :campaign and c.run_id = :run and c.case_id = a.case_id
