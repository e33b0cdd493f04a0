package io.rollcall.generate;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/** Names that the sources write differently. */
final class NameDifferences {

	private static final SourceRole R = SourceRole.ROSTER;

	private static final SourceRole P = SourceRole.PLATFORM;

	private static final SourceRole A = SourceRole.ADMISSION;

	private static final String NAME = "name";

	/** Parts of names whose twelfth character, at 24 bytes, is none of the dots. */
	private static final List<String> LONG_NAMES = List.of("迪丽努尔·阿卜杜拉江·买买提明", "古丽扎尔·吐尔逊艾力·热合曼江", "阿迪力江·艾合买提江·库尔班尼");

	private static final int NAME_WIDTH = 12;

	static final List<Scenario> LIST = List.of(
			Scenario.between("name differs",
					(scene) -> scene.student()
						.says(scene.odd(R, P, A), NAME, scene.misspelt(scene.student()))
						.expect("FIELD_DIFFERS", NAME)),
			Scenario.between("spaces or invisible characters in the name", (scene) -> {
				Student student = scene.student();
				String name = student.get(NAME);
				String unclean = scene.pick(" " + name, name + "　", name.substring(0, 1) + "　" + name.substring(1),
						name + "\u200B");
				student.in(scene.odd(R, P)).putUnclean(NAME, unclean);
				student.expect("FIELD_FORMAT_ONLY", NAME);
			}), Scenario.between("another sign for the dot", (scene) -> {
				Student student = minority(scene);
				String sign = scene.pick("•", "・", "･", "‧", "⋅", "∙", "\u0387", "․", "．", ".", "。");
				student.in(scene.odd(R, P)).putUnclean(NAME, student.get(NAME).replace("·", sign));
				student.expect("FIELD_FORMAT_ONLY", NAME);
			}), Scenario.between("stroke, space or nothing for the dot", (scene) -> {
				Student student = minority(scene);
				student.says(scene.odd(R, P), NAME, student.get(NAME).replace("·", scene.pick("-", "—", " ", "")))
					.expect("FIELD_GLYPH", NAME);
			}), Scenario.between("variant of a rare character", (scene) -> {
				boolean yan = scene.random().nextBoolean();
				Student student = rare(scene, yan ? "䶮" : "𬱖");
				student.says(scene.odd(R, P), NAME, student.get(NAME).replace("䶮", "龑").replace("𬱖", "頔"))
					.expect("FIELD_GLYPH", NAME);
			}), Scenario.between("question marks for a rare character", (scene) -> {
				Student student = rare(scene, "䶮");
				student.says(scene.odd(R, P, A), NAME, student.get(NAME).replace("䶮", scene.pick("?", "??")))
					.expect("FIELD_GLYPH", NAME)
					.expect("NAME_SUSPECT", NAME);
			}), Scenario.between("pinyin for a rare character", (scene) -> {
				Student student = rare(scene, "䶮");
				student.says(scene.odd(R, P, A), NAME, student.get(NAME).replace("䶮", "YAN"))
					.expect("FIELD_GLYPH", NAME)
					.expect("NAME_SUSPECT", NAME);
			}), Scenario.between("name cut at 24 bytes", (scene) -> {
				Student student = scene.student();
				String name = Lists.pick(scene.random(), LONG_NAMES);
				student.is("ethnic_group", "维吾尔族");
				scene.people().called(student, name);
				student.says(scene.odd(R, P, A), NAME, name.substring(0, NAME_WIDTH)).expect("FIELD_TRUNCATED", NAME);
			}));

	private NameDifferences() {
	}

	/** Gives the student a name with a dot. */
	static Student minority(Scene scene) {
		Student student = scene.student();
		String[] words = scene.people().names().minority(student.get("sex").equals("男"));
		while (!scene.people().names().take(words[1], student.get("birth_date"))) {
			words = scene.people().names().minority(student.get("sex").equals("男"));
		}
		return student.is("ethnic_group", words[0]).is(NAME, words[1]);
	}

	/** Gives the student a name with a rare character. */
	static Student rare(Scene scene, String character) {
		Student student = scene.student();
		String name = student.get(NAME).substring(0, 1) + character;
		while (!scene.people().names().take(name, student.get("birth_date"))) {
			name = scene.people().names().surname() + character;
		}
		return student.is(NAME, name);
	}

}
