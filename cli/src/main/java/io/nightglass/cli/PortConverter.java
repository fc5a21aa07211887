package io.nightglass.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port as it may be listened on: 0 for any free one. */
final class PortConverter implements ITypeConverter<Integer> {
    private static final int HIGHEST = 65_535;

    @Override
    public Integer convert(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= HIGHEST) {
            return Integer.parseInt(text);
        }
        throw new TypeConversionException("'" + text + "' is no port; choose one from 0 to 65535");
    }
}
