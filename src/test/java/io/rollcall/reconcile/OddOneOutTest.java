package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who stands alone among roster, platform and admission. */
class OddOneOutTest {

	private static final List<String> ROLES = List.of("roster", "platform", "admission");

	@ParameterizedTest
	@CsvSource({ "name,张三,李四,张三,platform", "name,张三,张三,李四,admission", "name,张三,李四,王五,", "name,张三,张三,张三,",
			"name,张三,李四,,", "birth_date,20020223,20020323,200202,platform",
			"entry_date,20200901,20201001,202009,platform", "entry_date,20200901,20200902,202009,",
			"major_name,会计学,审计学,会计学类,platform", "name,阿不都·艾山,阿不都艾尼·艾山,阿不都·艾山,platform" })
	void whoAgreesWithNobodyWhileTheOthersAgreeIsOdd(String field, String roster, String platform, String admission,
			String odd) {
		Field standard = Fields.standard().get(field);
		List<Side> sides = new ArrayList<>();
		List<String> values = new ArrayList<>();
		values.add(roster);
		values.add(platform);
		values.add(admission);
		for (int i = 0; i < ROLES.size(); i++) {
			sides.add(new Side(ROLES.get(i), values.get(i), false, null, null));
		}
		assertThat(OddOneOut.majority(standard, sides).map(Side::role)).isEqualTo(Optional.ofNullable(odd));
	}

	@ParameterizedTest
	@CsvSource({ "MISSING,sex,男,,男,platform", "MISSING,sex,男,,,", "MISSING,sex,,女,,roster",
			"TRUNCATED,major_name,飞行器设计与工,飞行器设计与工程,飞行器设计与工程,roster", "TRUNCATED,major_name,飞行器,飞行器设计,,roster",
			"GLYPH,name,张䶮,张?,张䶮,platform", "GLYPH,name,张YAN,张䶮,,roster", "GLYPH,name,张䶮,张龑,,",
			"DIFFERS,name,张三,李四,张三,platform", "DIFFERS,name,张三,李四,,", "EQUAL,name,张三,李四,张三," })
	void whateverIsTheMatterTheOddOneIsFound(String level, String field, String roster, String platform,
			String admission, String odd) {
		List<Side> sides = new ArrayList<>();
		sides.add(new Side("roster", roster, false, null, null));
		sides.add(new Side("platform", platform, false, null, null));
		if (admission != null || level.equals("MISSING") && "男".equals(roster)) {
			sides.add(new Side("admission", admission, false, null, null));
		}
		assertThat(OddOneOut.of(Fields.standard().get(field), Verdict.Level.valueOf(level), sides).map(Side::role))
			.isEqualTo(Optional.ofNullable(odd));
	}

}
