package io.rollcall.nightly;

import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog;
import io.rollcall.access.FirstPassword;
import io.rollcall.inquiry.InquiryBeans;
import io.rollcall.pipeline.CampaignRunJob;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What every command needs: runs, their line, the audit log. The context must hold the
 * {@link io.rollcall.database.Database}; nothing here starts by itself. Named one by one,
 * because looking through packages takes a while at every start.
 */
@Configuration(proxyBeanMethods = false)
@Import({ CampaignRunJob.class, InquiryBeans.class, AuditLog.class, Accounts.class, FirstPassword.class, Locks.class,
		LineStore.class, RunLine.class, RunDesk.class, Campaigns.class, Schools.class, Schedules.class,
		NightBoard.class, RunActions.class, MailBox.class, MailTexts.class, ClearedTables.class, Retention.class })
public class Office {

}
