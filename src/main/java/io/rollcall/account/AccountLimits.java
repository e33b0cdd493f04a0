package io.rollcall.account;

import java.util.List;
import java.util.Set;

/**
 * The limits of 学信网 as the notice of 2020 prints them (annex 2, section 六). A day is a
 * calendar day in China. They belong to 学信网 and may change.
 */
public final class AccountLimits {

	/**
	 * Uploads a day: "每天只能上传3次". A submission of both photos counts as one; the notice
	 * does not say whether it does.
	 */
	public static final int UPLOAD_DAY = 3;

	/** Uploads in all: "累计上传不能超过5次", so at least two days to use them up. */
	public static final int UPLOAD_TOTAL = 5;

	/** Requests for help a day: "每天可发送协助请求5条". */
	public static final int HELP_DAY = 5;

	/** Photos of an upload: "手持身份证正面头部照" and "手持身份证背面头部照". */
	public static final int PHOTO_COUNT = 2;

	/**
	 * The largest photo in bytes: "图片大小不超过 300KB" (annex), "图片大小不超过300K" (screen); read
	 * as 300 times 1024, inclusive.
	 */
	public static final int PHOTO_BYTES = 307_200;

	/**
	 * The largest photo in bytes if 学信网 counts a kilobyte as 1000, which is not known:
	 * what lies above it, up to {@link #PHOTO_BYTES}, is marked "边界值".
	 */
	public static final int PHOTO_BYTES_SAFE = 300_000;

	/** The mark of a photo between the two readings of 300 KB. */
	public static final String BOUNDARY_MARK = "边界值";

	/**
	 * The types of photos, as extensions in lower case: "仅支持 jpg、jpeg、png、gif 图片格式".
	 */
	public static final Set<String> PHOTO_TYPES = Set.of("jpg", "jpeg", "png", "gif");

	/**
	 * What the photos must show, "须符合以下要求，否则不予审核通过"; for people to read, never judged by
	 * program.
	 */
	public static final List<String> PHOTO_CONTENT = List.of("拍摄时，手持本人身份证，将持证的手臂和上半身整个拍进照片，脸部清晰且不能被遮挡；",
			"确保身份证上的所有信息清晰可见、完整（没有被遮挡或被手指捏住）；", "照片内容真实有效，不得做任何修改；");

	/**
	 * Working days of an audit: "将在三个工作日内处理完毕". The text starts the clock at "核对无误后";
	 * counting from the day of the upload is the hopeful reading.
	 */
	public static final int AUDIT_WORKING_DAYS = 3;

	/** Days for which a code sent by SMS is valid: "校验码有效期为 1 天". */
	public static final int SMS_DAYS = 1;

	/** The telephone of the service of 学信网: "客服热线：010-67410388". */
	public static final String CONTACT_PHONE = "010-67410388";

	/** The mailbox of the service of 学信网: "客服邮箱：kefu@chsi.com.cn". */
	public static final String CONTACT_MAIL = "kefu@chsi.com.cn";

	private AccountLimits() {
	}

}
