package io.rollcall.portal.college;

import io.rollcall.desk.CollegeDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The page of a college's day. */
@Configuration(proxyBeanMethods = false)
@Import({ CollegeDesk.class, CollegePage.class })
public class DayPages {

}
