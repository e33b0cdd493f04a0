package io.rollcall.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.rollcall.campaign.College;
import io.rollcall.campaign.Colleges;
import io.rollcall.campaign.Fields;
import io.rollcall.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckedValuesTest {

	private final CheckedValues values = new CheckedValues(Fields.standard(),
			new Colleges(List.of(new College("计算机学院", Optional.empty(), List.of("计算机系")))), LocalDate.of(2020, 11, 18),
			Messages.of("zh"));

	@ParameterizedTest
	@CsvSource({ "id_no,110105200001010016", "birth_date,2002-03-15", "birth_date,2002年3月15日", "sex,男", "sex,女",
			"ethnic_group,汉族", "ethnic_group,汉", "name,测试甲", "name,买买提·测试", "name,LI MING",
			"candidate_no,20610100000001", "student_no,2020010001", "college,计算机学院", "major_name,会计学" })
	void whatCanBeRightIsTaken(String field, String text) {
		assertThat(this.values.problem(field, text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "id_no,110105200001010017", "id_no,11010520000101", "id_no,110105********0016", "id_no,无",
			"id_no,110105200002300015", "birth_date,2002-02-30", "birth_date,2002-03", "birth_date,2020-11-18",
			"birth_date,03/02/2001", "sex,未知", "sex,1", "ethnic_group,火星族", "ethnic_group,01", "name,测试1", "name,?",
			"name,测试(男)", "candidate_no,2061010000000", "student_no,无", "college,外国语学院", "no_such_field,x",
			"ACC-21,x" })
	void whatCannotBeRightIsRefusedWithoutRepeatingIt(String field, String text) {
		assertThat(this.values.problem(field, text)).get().asString().isNotBlank().doesNotContain(text + "：", "110105");
	}

}
