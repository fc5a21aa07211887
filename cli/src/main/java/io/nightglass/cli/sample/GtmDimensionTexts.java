package io.nightglass.cli.sample;

import java.util.List;
import java.util.Map;

/**
 * What is said about one dimension of a container. {@code %d} stands for the number of a tag, trigger or variable.
 *
 * @param ideas changes that aim at it
 * @param good what a judge finds when it passes
 * @param poor what a judge finds when it does not
 */
record GtmDimensionTexts(List<String> ideas, String good, List<String> poor) {
    private static final Map<String, GtmDimensionTexts> ALL = Map.of(
            "dim_coverage",
            about(
                    "Add the missing view_cart tag, modelled on tag %d",
                    "Send add_payment_info, with the parameters of tag %d",
                    "Every checkout event but add_payment_info has its tag.",
                    "Nothing listens for view_cart; tag %d covers the page view only.",
                    "select_item is announced by variable %d and never sent."),
            "dim_correctness",
            about(
                    "Fill currency and value on the purchase tag %d",
                    "Read the order id of tag %d from the data layer",
                    "The change does what it says and touches nothing else.",
                    "Tag %d sends the value without a currency.",
                    "Tag %d sends the price of one item as the value of the order."),
            "dim_resilience",
            about(
                    "Read item ids of tag %d from the data layer, not from the page",
                    "Give variable %d a default, so that missing is empty and not undefined",
                    "No tag reads from the page any more; defaults are in place.",
                    "Tag %d still reads the price from the page and breaks when the layout changes.",
                    "Variable %d is undefined whenever the cart is empty."),
            "dim_consent",
            about(
                    "Ask for consent on tag %d before it fires",
                    "Block trigger %d until the consent prompt was answered",
                    "All tags ask for the consent they need.",
                    "Tag %d fires before the consent state is known.",
                    "Seven tags have no consent settings, tag %d among them."),
            "dim_deduplication",
            about(
                    "Reference the event id variable from tag %d",
                    "Drop the second trigger of tag %d, which fires on the same click",
                    "Each event carries its id, once.",
                    "The same purchase would be counted twice: tags %d and 41 share a trigger.",
                    "Tag %d sends no event id."),
            "dim_naming",
            about(
                    "Rename tag %d to the pattern of its vendor",
                    "Prefix variable %d with its type",
                    "Names follow the pattern throughout.",
                    "Tag %d is called 'test 2'.",
                    "Variable %d does not say what kind it is."),
            "dim_hygiene",
            about(
                    "Remove variable %d, which nothing refers to",
                    "Define variable %d, which two tags refer to",
                    "Every variable is defined and used.",
                    "Variable %d is referred to but never defined.",
                    "A dozen variables are unused, %d the oldest."),
            "dim_triggers",
            about(
                    "Give trigger %d an equals filter on the event name",
                    "Merge trigger %d with the one of the same event",
                    "Triggers are filtered and each one is used.",
                    "Trigger %d has no filter, so it fires on every page.",
                    "Trigger %d fires no tag."),
            "dim_privacy",
            about(
                    "Strip the query string from the page address in tag %d",
                    "Hash the mail address in variable %d before it is sent",
                    "Nothing personal leaves unhashed.",
                    "Tag %d sends the page address with its query string.",
                    "Variable %d holds a mail address in clear text."));

    static GtmDimensionTexts of(String dimension) {
        var texts = ALL.get(dimension);
        if (texts == null) {
            throw new IllegalArgumentException("nothing to say about " + dimension);
        }
        return texts;
    }

    private static GtmDimensionTexts about(String... texts) {
        return new GtmDimensionTexts(List.of(texts[0], texts[1]), texts[2], List.of(texts[3], texts[4]));
    }
}
