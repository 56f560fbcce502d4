package io.alcove.apiserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apiserver.storage.EncodedForms;
import org.junit.jupiter.api.Test;

class FormBudgetTest {

    @Test
    void forgetsFirstWhatWasMadeFirst() {
        FormBudget budget = new FormBudget(500);
        EncodedForms first = kept(budget);
        EncodedForms second = kept(budget);
        EncodedForms third = kept(budget);
        assertThat(first.protobuf()).isNull();
        assertThat(second.protobuf()).isNotNull();
        assertThat(third.protobuf()).isNotNull();
    }

    @Test
    void keepsNothingThatIsTooLarge() {
        EncodedForms forms = kept(new FormBudget(100));
        assertThat(forms.protobuf()).isNull();
    }

    private static EncodedForms kept(FormBudget budget) {
        EncodedForms forms = new EncodedForms();
        forms.keepProtobuf(new byte[150]);
        budget.add(forms, 150);
        return forms;
    }
}
