package io.rollcall.generate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.rollcall.campaign.SourceRole;
import io.rollcall.generate.FormEntry.Form;

/** How students and colleges word a claim, and what it is about. */
final class Claiming {

	/** The fields in which a difference must be acted on. */
	static final List<String> FIELDS = List.of("name", "sex", "birth_date", "id_no", "ethnic_group", "major_name",
			"level", "study_length", "study_form", "entry_date");

	/** Fields with columns of their own in the wide form, and with values enough. */
	static final List<String> PERSONAL = List.of("name", "id_no", "birth_date", "ethnic_group");

	private static final Map<String, List<String>> LABELS = Map.ofEntries(Map.entry("name", List.of("姓名", "学生姓名")),
			Map.entry("sex", List.of("性别")), Map.entry("birth_date", List.of("出生日期", "出生年月日")),
			Map.entry("id_no", List.of("身份证号", "证件号码", "身份证号码")), Map.entry("ethnic_group", List.of("民族")),
			Map.entry("major_name", List.of("专业", "专业名称")), Map.entry("level", List.of("层次", "培养层次")),
			Map.entry("study_length", List.of("学制")), Map.entry("study_form", List.of("学习形式")),
			Map.entry("entry_date", List.of("入学日期", "入学时间")), Map.entry("class_no", List.of("班级", "行政班级")),
			Map.entry("political_status", List.of("政治面貌")), Map.entry("expected_graduation_date", List.of("预计毕业日期")),
			Map.entry("current_grade", List.of("年级")));

	static final List<String> ETHNIC_GROUPS = List.of("回族", "满族", "白族", "侗族", "瑶族", "布依族");

	/** The first days of the campaign; all are before the business date. */
	private static final int FIRST_DAY = 5;

	private static final int DAYS = 8;

	private Claiming() {
	}

	/** The student has looked at the own record. */
	static Student looked(Scene scene) {
		return scene.student().is("viewed_at", scene.people().viewed());
	}

	/** A value that no source shows. */
	static String another(Scene scene, String field) {
		Student student = scene.student();
		return switch (field) {
			case "name" -> scene.misspelt(student);
			case "sex" -> Scene.otherSex(student.get(field));
			case "birth_date" -> scene.otherDay(student);
			case "id_no" -> scene.people().newId(student);
			case "ethnic_group" -> Lists.pick(scene.random(),
					ETHNIC_GROUPS.stream()
						.filter((group) -> student.views().stream().noneMatch((view) -> view.get(field).equals(group)))
						.toList());
			case "major_name" -> scene.people().school().otherMajor(student)[0];
			case "level" -> "专科";
			case "study_length" -> scene.pick("3", "5");
			case "study_form" -> "业余";
			case "entry_date" -> "20200910";
			default -> throw new IllegalArgumentException(field);
		};
	}

	/** Sources show a wrong value, and the student has seen it. */
	static Student wrong(Scene scene, String field, SourceRole... roles) {
		Student student = looked(scene);
		String value = another(scene, field);
		Stream.of(roles).forEach((role) -> student.says(role, field, value));
		student.expect("FIELD_DIFFERS", field);
		if (field.equals("birth_date")) {
			student.expect("ID_BIRTH_MISMATCH", "id_no");
		}
		if (field.equals("sex")) {
			student.expect("ID_SEX_MISMATCH", "id_no");
		}
		return student;
	}

	/** A claim in time and with its proof, which quotes what the platform shows. */
	static FormEntry claim(Scene scene, String field, String right) {
		Student student = scene.student();
		FormEntry row = proven(scene, FormEntry.of(Form.CLAIMS, student), field).about(field)
			.put("wrong_field", Lists.pick(scene.random(), LABELS.get(field)))
			.put("said", student.in(SourceRole.PLATFORM).get(field))
			.put("right", right)
			.put("reason", scene.pick("学校录入错误", "学校上报错误", "录取数据错误", "待查", ""))
			.put("opinion", scene.pick("属实", "情况属实", "已核实"))
			.put("reviewer", scene.pick("王老师", "李老师", "张老师"));
		student.send(row).settle(field);
		return row;
	}

	/** A row in which each field has a column of its own. */
	static FormEntry wide(Scene scene, String field, String right) {
		Student student = scene.student();
		FormEntry row = proven(scene, FormEntry.of(Form.WIDE_CLAIMS, student), field);
		student.send(row);
		return beside(scene, row, field, right);
	}

	/** A further field of a wide row. */
	static FormEntry beside(Scene scene, FormEntry row, String field, String right) {
		scene.student().settle(field);
		return row.put(FormFile.RIGHT + field, right);
	}

	private static FormEntry proven(Scene scene, FormEntry row, String field) {
		return row.put("reviewed_on", "202011%02d".formatted(FIRST_DAY + scene.random().nextInt(DAYS)))
			.put("evidence", switch (field) {
				case "name", "id_no", "birth_date" -> scene.pick("户口簿、居民身份证、公安机关变更证明", "户口簿、居民身份证");
				case "sex", "ethnic_group" -> scene.pick("居民身份证、报名登记表", "居民身份证");
				default -> scene.pick("录取名册", "录取通知书、录取名册");
			});
	}

}
