package io.rollcall.nightly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told what, through a real server. */
class MailTest {

	private static final String JOB = """
			title: 二〇二〇级自查
			gate: {require: [admission]}
			mail:
			  from: rollcall@example.edu.cn
			  registrar: [xueji@example.edu.cn]
			  colleges:
			    理学院: [lixueyuan@example.edu.cn]
			  link: https://rollcall.example.edu.cn/
			""";

	@RegisterExtension
	static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
		.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

	@TempDir
	private Path folder;

	private House house;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder);
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	private Mailer mailer(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("sender", sender);
		return new Mailer(this.house.get(MailBox.class), this.house.get(MailTexts.class),
				beans.getBeanProvider(JavaMailSender.class));
	}

	private static MimeMessage to(String address) throws Exception {
		return Arrays.stream(SERVER.getReceivedMessages())
			.filter((message) -> GreenMailUtil.getAddressList(recipients(message)).contains(address))
			.reduce((first, second) -> {
				throw new AssertionError("two mails to " + address);
			})
			.orElseThrow();
	}

	private static jakarta.mail.Address[] recipients(MimeMessage message) {
		try {
			return message.getAllRecipients();
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aPublishedRunIsToldToTheRegistrarAndToEachCollegeOfItself() throws Exception {
		this.house.file("roster/a.csv", "学号,姓名,性别,学院\n202001001,测甲,男,理学院\n202001002,测乙,男,人文学院\n")
			.file("platform/a.csv", "学号,姓名,性别,学院\n202001001,测甲,女,理学院\n202001002,测乙,男,人文学院\n");
		this.house.run(this.house.job(JOB.replace("admission", "roster")), "2020-11-30");
		mailer(SERVER.getSmtp().getPort()).work();
		MimeMessage registrar = to("xueji@example.edu.cn");
		assertThat(registrar.getSubject()).contains("二〇二〇级自查", "2020-11-30-1", "已发布");
		assertThat((String) registrar.getContent()).contains("教务名单：读入 2 行", "https://rollcall.example.edu.cn/");
		MimeMessage college = to("lixueyuan@example.edu.cn");
		assertThat((String) college.getContent()).contains("新列入待处理：1 件", "待处理：1 件", "逾期未答复（2020-11-20 截止）：1 件")
			.doesNotContain("人文学院", "读入");
		for (MimeMessage message : SERVER.getReceivedMessages()) {
			assertThat(message.getSubject() + message.getContent()).doesNotContain("测甲", "测乙", "202001001", ".csv");
		}
		mailer(SERVER.getSmtp().getPort()).work();
		assertThat(SERVER.getReceivedMessages()).hasSize(2);
	}

	@Test
	void aHeldRunIsToldToTheRegistrarOnlyWithTheCheckThatHoldsIt() throws Exception {
		this.house.run(this.house.job(JOB), "2020-11-10");
		mailer(SERVER.getSmtp().getPort()).work();
		assertThat(SERVER.getReceivedMessages()).hasSize(1);
		assertThat((String) to("xueji@example.edu.cn").getContent()).contains("require", "录取数据", "release");
	}

	@Test
	void aMailThatCannotBeSentWaitsAndIsTriedLaterAndLater() throws Exception {
		this.house.run(this.house.job(JOB.replace("admission", "roster")), "2020-11-10");
		Mailer nobody = mailer(1);
		nobody.work();
		nobody.work();
		assertThat(this.house.jdbc().sql("select tries from mail").query(Integer.class).list()).containsOnly(1);
		this.house.clock.pass(Duration.ofSeconds(61));
		nobody.work();
		assertThat(this.house.jdbc().sql("select tries from mail").query(Integer.class).list()).containsOnly(2);
		mailer(SERVER.getSmtp().getPort()).work();
		assertThat(SERVER.getReceivedMessages()).isEmpty();
		this.house.clock.pass(Duration.ofMinutes(3));
		mailer(SERVER.getSmtp().getPort()).work();
		assertThat(SERVER.getReceivedMessages()).hasSize(2);
		assertThat(this.house.runs()).containsExactly("2020-11-10-1 published command");
	}

	/** Another school, with colleges and a run of the same names. */
	private JobFolder.Job otherSchool(String gate) throws Exception {
		this.house.file("b/roster/b.csv", "学号,姓名,性别,学院\n302001001,测丙,男,理学院\n302001002,测丁,男,理学院\n")
			.file("b/platform/b.csv", "学号,姓名,性别,学院\n302001001,测丙,女,理学院\n302001002,测丁,女,理学院\n");
		Files.writeString(this.folder.resolve("jobs/second.yml"), """
				school: {code: 10002, name: 乙大学}
				title: 乙校自查
				cohort: 2020
				start: 2020-11-04
				deadline: 2020-11-20
				colleges: [{name: 理学院}]
				input: b
				gate: {require: [%s]}
				mail:
				  from: second@b.example.edu.cn
				  registrar: [xueji@b.example.edu.cn]
				  colleges:
				    理学院: [lixueyuan@b.example.edu.cn]
				  link: https://b.example.edu.cn/
				""".formatted(gate));
		return this.house.jobs().read().job("second").orElseThrow();
	}

	@Test
	void eachOfTwoSchoolsIsToldOfItselfOnly() throws Exception {
		this.house.file("roster/a.csv", "学号,姓名,性别,学院\n202001001,测甲,男,理学院\n202001002,测乙,男,人文学院\n")
			.file("platform/a.csv", "学号,姓名,性别,学院\n202001001,测甲,女,理学院\n202001002,测乙,男,人文学院\n");
		JobFolder.Job first = this.house.job(JOB.replace("admission", "roster"));
		this.house.run(otherSchool("roster"), "2020-11-30");
		this.house.run(first, "2020-11-30");
		mailer(SERVER.getSmtp().getPort()).work();
		assertThat(SERVER.getReceivedMessages()).hasSize(4);
		assertThat((String) to("lixueyuan@example.edu.cn").getContent()).contains("新列入待处理：1 件");
		assertThat((String) to("lixueyuan@b.example.edu.cn").getContent()).contains("新列入待处理：2 件");
		for (MimeMessage message : SERVER.getReceivedMessages()) {
			assertOwn(message);
		}
	}

	@Test
	void whatHoldsTheOneSchoolsRunIsNotToldToTheOther() throws Exception {
		JobFolder.Job first = this.house.job(JOB.replace("admission", "roster"));
		this.house.run(otherSchool("admission"), "2020-11-30");
		this.house.run(first, "2020-11-30");
		mailer(SERVER.getSmtp().getPort()).work();
		assertThat(SERVER.getReceivedMessages()).hasSize(3);
		assertThat((String) to("xueji@b.example.edu.cn").getContent()).contains("require");
		assertThat((String) to("xueji@example.edu.cn").getContent()).doesNotContain("require");
		for (MimeMessage message : SERVER.getReceivedMessages()) {
			assertOwn(message);
		}
	}

	/** Sender, recipient, words and link are of one school. */
	private static void assertOwn(MimeMessage message) throws Exception {
		String all = GreenMailUtil.getAddressList(message.getFrom()) + GreenMailUtil.getAddressList(recipients(message))
				+ message.getSubject() + message.getContent();
		boolean second = GreenMailUtil.getAddressList(recipients(message)).contains("@b.");
		assertThat(all)
			.contains(second ? List.of("乙校自查", "https://b.example.edu.cn/")
					: List.of("二〇二〇级自查", "https://rollcall.example.edu.cn/"))
			.doesNotContain(second ? List.of("二〇二〇级自查", "test/", "rollcall@", "rollcall.example", "人文学院")
					: List.of("乙校自查", "乙大学", "second", "b.example.edu.cn"));
	}

	@Test
	void withoutTheSettingNobodyIsTold() throws Exception {
		this.house.run(this.house.job(""), "2020-11-10");
		mailer(SERVER.getSmtp().getPort()).work();
		assertThat(this.house.jdbc().sql("select count(*) from mail").query(Long.class).single()).isZero();
		assertThat(List.of(SERVER.getReceivedMessages())).isEmpty();
	}

}
