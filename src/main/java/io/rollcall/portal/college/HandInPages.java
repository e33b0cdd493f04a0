package io.rollcall.portal.college;

import io.rollcall.desk.HandInDesk;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of uploads and sign-offs with what they ask. */
@Configuration(proxyBeanMethods = false)
@Import({ HandInDesk.class, UploadPages.class, SignOffPages.class })
public class HandInPages {

}
