package io.rollcall.intake;

import java.nio.file.Path;
import java.util.stream.Stream;

import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import io.rollcall.source.TableHandler.Notice;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShownFieldsTest {

	@Test
	void fieldsThatAreNotReadAreNamedUnlessTheNameMayBeSomebodys() throws Exception {
		assertThat(shown("ZP:G, 备注:M, 张三:M, 202000101:G", "XM", "ZP", "备注", "张三", "202000101"))
			.isEqualTo("ZP:G, 备注:M, (D):M, (E):G");
	}

	@Test
	void aNameThatHoldsACommaIsNotShown() throws Exception {
		assertThat(shown("张三, 李四:M", "XM", "张三, 李四")).isEqualTo("…, …");
	}

	private static String shown(String fields, String... names) throws Exception {
		Row header = new Row("", 0, Stream.of(names).map(Cell::ofText).toList());
		HeaderMapper mapper = HeaderMapper.of(JobFiles.load(Path.of("jobs/freshman-2020.yml")), SourceRole.ROSTER);
		return mapper.shown(header).of(new Notice(Notice.Kind.FIELDS_NOT_READ, fields, 0)).sheet();
	}

}
