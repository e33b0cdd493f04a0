package io.rollcall.portal.cases;

import io.rollcall.desk.AnswerBeans;
import io.rollcall.desk.CaseSearch;
import io.rollcall.desk.CaseStory;
import io.rollcall.desk.PageReferences;
import io.rollcall.desk.StudentSearch;
import io.rollcall.desk.StudentStory;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of cases and students with what they are made from. */
@Configuration(proxyBeanMethods = false)
@Import({ PageReferences.class, CaseSearch.class, CaseStory.class, StudentSearch.class, StudentStory.class,
		AnswerBeans.class, AnswerDesk.class, AnswerPages.class, CasePages.class, StudentPages.class,
		UrgentCases.class })
public class CasesPart {

}
