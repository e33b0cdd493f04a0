package io.rollcall.portal.runs;

import io.rollcall.desk.CampaignBoard;
import io.rollcall.desk.RunBoard;
import io.rollcall.desk.WorkbooksAnew;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of campaigns and runs, named one by one. */
@Configuration(proxyBeanMethods = false)
@Import({ RunBoard.class, CampaignBoard.class, WorkbooksAnew.class, FoundRuns.class, RunViews.class, RunPages.class,
		RunDeeds.class, RunEvents.class, RunFiles.class, CampaignViews.class, CampaignPages.class,
		CampaignDeeds.class })
public class RunsPart {

}
