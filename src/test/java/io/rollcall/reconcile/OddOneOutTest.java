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

}
