package io.rollcall.desk;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What answers on pages need besides runs. */
@Configuration(proxyBeanMethods = false)
@Import({ AnswerStore.class, AnswerView.class, PageAnswers.class })
public class AnswerBeans {

}
