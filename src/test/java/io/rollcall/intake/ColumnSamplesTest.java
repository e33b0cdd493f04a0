package io.rollcall.intake;

import java.util.List;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.SourceRole;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnSamplesTest {

	private final ColumnMapping mapping = HeaderMapper.of(Cases.campaign(""), SourceRole.ROSTER)
		.search(HeaderCases.rows(List.of("姓名|学号|身份证号|出生日期|性别|学院|照片|联系电话|民族|备注")))
		.mapping()
		.orElseThrow();

	private final ColumnSamples samples = new ColumnSamples(this.mapping);

	@Test
	void showTheShapeOfAValueButNotThePerson() {
		add("张三丰|202001001|810000199408230021|1994-08-23|女|飞行器学院|C:/photo/a.jpg|13000000000|汉族|参军");
		assertThat(this.samples.of(0)).containsExactly("张**");
		assertThat(this.samples.of(1)).containsExactly("*******01");
		assertThat(this.samples.of(2)).containsExactly("****************21");
		assertThat(this.samples.of(3)).containsExactly("****-**-**");
		assertThat(this.samples.of(4)).containsExactly("女");
		assertThat(this.samples.of(5)).containsExactly("飞行器学院");
		assertThat(this.samples.of(6)).containsExactly("***");
		assertThat(this.samples.of(7)).isEmpty();
		assertThat(this.samples.of(8)).containsExactly("**");
		assertThat(this.samples.of(9)).containsExactly("**");
	}

	@Test
	void shortValuesShowNothing() {
		add("张|S001|K12345");
		assertThat(this.samples.of(0)).containsExactly("*");
		assertThat(this.samples.of(1)).containsExactly("****");
		assertThat(this.samples.of(2)).containsExactly("******");
	}

	@Test
	void anIdNumberInAnotherColumnShowsNothing() {
		add("张三||||810000199408230021|810000199408230021");
		assertThat(this.samples.of(4)).containsExactly("******");
		assertThat(this.samples.of(5)).containsExactly("******");
	}

	@Test
	void threeDifferentValuesAreEnough() {
		List.of("|||  |男", "||||女", "||||女", "||||1", "||||2").forEach(this::add);
		assertThat(this.samples.of(4)).containsExactly("男", "女", "1");
		assertThat(this.samples.of(3)).isEmpty();
	}

	private void add(String row) {
		this.samples.add(HeaderCases.row(2, row));
	}

}
