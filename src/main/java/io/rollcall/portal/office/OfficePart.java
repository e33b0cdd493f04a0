package io.rollcall.portal.office;

import io.rollcall.desk.ProvinceBoard;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this package. */
@Configuration(proxyBeanMethods = false)
@Import({ UsersPages.class, AuditPages.class, ProvincePage.class, ProvinceBoard.class })
public class OfficePart {

}
