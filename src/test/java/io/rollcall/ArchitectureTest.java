package io.rollcall;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What each package may know. Data flows one way; these rules hold it. */
@AnalyzeClasses(packages = "io.rollcall", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule IDENTITY_KNOWS_NOBODY = noClasses().that()
		.resideInAPackage("io.rollcall.identity..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.campaign..", "io.rollcall.source..", "io.rollcall.intake..",
				"io.rollcall.facts..", "io.rollcall.export..", "io.rollcall.sheet..", "io.rollcall.report..",
				"io.rollcall.run..", "io.rollcall.staging..", "io.rollcall.results..", "io.rollcall.inquiry..",
				"io.rollcall.pipeline..", "io.rollcall.cli..", "io.rollcall.database..", "io.rollcall.catalogue..",
				"io.rollcall.text..", "org.springframework..", "java.sql..");

	@ArchTest
	static final ArchRule LAUNCH_KNOWS_JAVA_ALONE = classes().that()
		.resideInAPackage("io.rollcall.launch..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("io.rollcall.launch..", "java..");

	@ArchTest
	static final ArchRule FILES_KNOW_JAVA_AND_LAUNCH = classes().that()
		.resideInAPackage("io.rollcall.files..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("io.rollcall.files..", "io.rollcall.launch..", "java..");

	@ArchTest
	static final ArchRule ACCOUNT_KNOWS_ONLY_IDENTITY_AND_TEXT = noClasses().that()
		.resideInAPackage("io.rollcall.account..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.campaign..", "io.rollcall.source..", "io.rollcall.intake..",
				"io.rollcall.facts..", "io.rollcall.export..", "io.rollcall.sheet..", "io.rollcall.report..",
				"io.rollcall.run..", "io.rollcall.staging..", "io.rollcall.results..", "io.rollcall.inquiry..",
				"io.rollcall.pipeline..", "io.rollcall.cli..", "io.rollcall.database..", "io.rollcall.catalogue..",
				"io.rollcall.reconcile..", "io.rollcall.linkage..", "io.rollcall.explain..", "io.rollcall.generate..",
				"org.springframework..", "java.sql..", "javax.sql..");

	@ArchTest
	static final ArchRule SOURCE_KNOWS_NOBODY = noClasses().that()
		.resideInAPackage("io.rollcall.source..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.identity..", "io.rollcall.campaign..", "io.rollcall.intake..",
				"io.rollcall.facts..", "io.rollcall.export..", "io.rollcall.sheet..", "io.rollcall.report..",
				"io.rollcall.run..", "io.rollcall.staging..", "io.rollcall.results..", "io.rollcall.inquiry..",
				"io.rollcall.pipeline..", "io.rollcall.cli..", "io.rollcall.database..", "io.rollcall.catalogue..",
				"io.rollcall.text..", "org.springframework..");

	@ArchTest
	static final ArchRule REPORT_KNOWS_NO_INTAKE = noClasses().that()
		.resideInAnyPackage("io.rollcall.facts..", "io.rollcall.export..", "io.rollcall.sheet..",
				"io.rollcall.report..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.intake..", "io.rollcall.source..", "io.rollcall.run..",
				"io.rollcall.staging..", "io.rollcall.results..", "io.rollcall.inquiry..", "io.rollcall.pipeline..",
				"io.rollcall.campaign..", "io.rollcall.cli..", "io.rollcall.database..");

	@ArchTest
	static final ArchRule ONLY_SOURCE_PARSES_FORMATS = noClasses().that()
		.resideOutsideOfPackages("io.rollcall.source..", "io.rollcall.sheet..", "io.rollcall.report..",
				"io.rollcall.export..", "io.rollcall.generate..",
				// Only to open what a password locks.
				"io.rollcall.review..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.poi..", "de.siegmar.fastcsv..", "org.jsoup..", "com.linuxense..");

	@ArchTest
	static final ArchRule REVIEW_KNOWS_NO_RUNS = noClasses().that()
		.resideInAPackage("io.rollcall.review..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.intake..", "io.rollcall.reconcile..", "io.rollcall.run..",
				"io.rollcall.staging..", "io.rollcall.results..", "io.rollcall.inquiry..", "io.rollcall.pipeline..",
				"io.rollcall.cli..", "io.rollcall.database..", "org.springframework..", "java.sql..");

	@ArchTest
	static final ArchRule GENERATE_KNOWS_NO_JUDGE = noClasses().that()
		.resideInAPackage("io.rollcall.generate..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.intake..", "io.rollcall.source..", "io.rollcall.facts..",
				"io.rollcall.export..", "io.rollcall.sheet..", "io.rollcall.report..", "io.rollcall.run..",
				"io.rollcall.staging..", "io.rollcall.results..", "io.rollcall.inquiry..", "io.rollcall.pipeline..",
				"io.rollcall.cli..", "io.rollcall.database..", "org.springframework..");

	@ArchTest
	static final ArchRule WHAT_PEOPLE_SEND_IN_IS_UNDERSTOOD_WITHOUT_A_DATABASE = noClasses().that()
		.resideInAnyPackage("io.rollcall.account..", "io.rollcall.claims..", "io.rollcall.review..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.run..", "io.rollcall.staging..", "io.rollcall.results..",
				"io.rollcall.inquiry..", "io.rollcall.pipeline..", "io.rollcall.cli..", "io.rollcall.database..",
				"io.rollcall.reconcile..", "org.springframework..", "java.sql..");

	@ArchTest
	static final ArchRule ONLY_PIPELINE_KNOWS_BATCH = noClasses().that()
		.resideOutsideOfPackage("io.rollcall.pipeline..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.batch..");

	@ArchTest
	static final ArchRule ONLY_NIGHTLY_KNOWS_SCHEDULER_MAIL_AND_FIGURES = noClasses().that()
		.resideOutsideOfPackage("io.rollcall.nightly..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.github.kagkarlsson..", "org.springframework.mail..", "jakarta.mail..",
				"io.micrometer.core..");

	@ArchTest
	static final ArchRule CASES_KNOW_NO_FILES_SHEETS_OR_RUNS = noClasses().that()
		.resideInAPackage("io.rollcall.cases..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.source..", "io.rollcall.intake..", "io.rollcall.reconcile..",
				"io.rollcall.review..", "io.rollcall.facts..", "io.rollcall.export..", "io.rollcall.sheet..",
				"io.rollcall.report..", "io.rollcall.run..", "io.rollcall.staging..", "io.rollcall.results..",
				"io.rollcall.inquiry..", "io.rollcall.pipeline..", "io.rollcall.nightly..", "io.rollcall.cli..",
				"org.springframework..");

	@ArchTest
	static final ArchRule ACCESS_KNOWS_NO_RUNS = noClasses().that()
		.resideInAPackage("io.rollcall.access..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.campaign..", "io.rollcall.intake..", "io.rollcall.reconcile..",
				"io.rollcall.facts..", "io.rollcall.export..", "io.rollcall.sheet..", "io.rollcall.report..",
				"io.rollcall.run..", "io.rollcall.staging..", "io.rollcall.results..", "io.rollcall.inquiry..",
				"io.rollcall.pipeline..", "io.rollcall.nightly..", "io.rollcall.cli..");

	@ArchTest
	static final ArchRule DESKS_KNOW_NO_WEB = noClasses().that()
		.resideInAPackage("io.rollcall.desk..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.portal..", "io.rollcall.cli..", "org.springframework.web..",
				"org.springframework.security..", "org.thymeleaf..", "jakarta.servlet..");

	@ArchTest
	static final ArchRule ONLY_THE_PORTAL_KNOWS_THE_WEB = noClasses().that()
		.resideOutsideOfPackages("io.rollcall.portal..",
				// Health, in a word.
				"io.rollcall.nightly..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web..", "org.springframework.security.web..",
				"org.springframework.security.config..", "org.thymeleaf..", "jakarta.servlet..",
				"org.springframework.session..");

	@ArchTest
	static final ArchRule SETTING_UP_KNOWS_NO_DATABASE_OR_RUNS = noClasses().that()
		.resideInAPackage("io.rollcall.setup..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.run..", "io.rollcall.staging..", "io.rollcall.results..",
				"io.rollcall.inquiry..", "io.rollcall.pipeline..", "io.rollcall.nightly..", "io.rollcall.reconcile..",
				"io.rollcall.database..", "io.rollcall.desk..", "io.rollcall.cli..", "org.springframework..",
				"java.sql..");

	@ArchTest
	static final ArchRule FACTS_KNOW_ONLY_WORDS = noClasses().that()
		.resideInAPackage("io.rollcall.facts..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.export..", "io.rollcall.sheet..", "org.apache.poi..", "org.springframework..",
				"java.sql..");

	@ArchTest
	static final ArchRule SHEETS_DO_NOT_KNOW_WHAT_THEY_SAY = noClasses().that()
		.resideInAnyPackage("io.rollcall.sheet..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.rollcall.facts..", "io.rollcall.report..", "org.springframework..", "java.sql..");

	@ArchTest
	static final ArchRule NO_CYCLES = slices().matching("io.rollcall.(*)..").should().beFreeOfCycles();

}
