package io.rollcall.portal.college;

import io.rollcall.desk.CollegeDesk;
import io.rollcall.desk.HandInDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of a college's day, of uploads and sign-offs, with what they ask. */
@Configuration(proxyBeanMethods = false)
@Import({ CollegeDesk.class, HandInDesk.class, CollegePage.class, UploadPages.class, SignOffPages.class })
public class CollegePart {

}
