package io.nightglass.sdk.flags;

/**
 * Versions as {@code 1.2.3}: a leading v and what follows a dash or plus are passed over, parts not there are 0, and leading
 * zeros are no version.
 */
record SemanticVersion(long major, long minor, long patch) implements Comparable<SemanticVersion> {
    private static final int PARTS = 3;

    static boolean holds(String operator, String wanted, String value) throws Inconclusive {
        return switch (operator) {
            case "semver_eq" -> of(value).equals(of(wanted));
            case "semver_neq" -> !of(value).equals(of(wanted));
            case "semver_gt" -> of(value).compareTo(of(wanted)) > 0;
            case "semver_gte" -> of(value).compareTo(of(wanted)) >= 0;
            case "semver_lt" -> of(value).compareTo(of(wanted)) < 0;
            case "semver_lte" -> of(value).compareTo(of(wanted)) <= 0;
            case "semver_tilde" -> of(value).isWithin(of(wanted), of(wanted).nextMinor());
            case "semver_caret" -> of(value).isWithin(of(wanted), of(wanted).nextBreaking());
            case "semver_wildcard" -> isLike(wanted, of(value));
            default -> throw new Inconclusive("an operator only the host knows: " + operator);
        };
    }

    static SemanticVersion of(String text) throws Inconclusive {
        var bare = text.strip().replaceFirst("^[vV]", "").replaceFirst("[-+].*$", "");
        var parts = bare.split("\\.", -1);
        var numbers = new long[PARTS];
        for (int i = 0; i < Math.min(parts.length, PARTS); i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,17}")) {
                throw new Inconclusive("no version");
            }
            numbers[i] = Long.parseLong(parts[i]);
        }
        return new SemanticVersion(numbers[0], numbers[1], numbers[2]);
    }

    private static boolean isLike(String pattern, SemanticVersion version) throws Inconclusive {
        var kept = pattern.strip().replaceFirst("^[vV]", "").replaceAll("(\\.[*xX])+$", "");
        if (kept.equals("*")) {
            return true;
        }
        var low = of(kept);
        return switch (kept.split("\\.", -1).length) {
            case 1 -> version.isWithin(low, new SemanticVersion(low.major + 1, 0, 0));
            case 2 -> version.isWithin(low, low.nextMinor());
            default -> version.equals(low);
        };
    }

    private SemanticVersion nextMinor() {
        return new SemanticVersion(major, minor + 1, 0);
    }

    /** Below 1.0 the first part that is not 0 breaks. */
    private SemanticVersion nextBreaking() {
        if (major > 0) {
            return new SemanticVersion(major + 1, 0, 0);
        }
        return minor > 0 ? new SemanticVersion(0, minor + 1, 0) : new SemanticVersion(0, 0, patch + 1);
    }

    private boolean isWithin(SemanticVersion from, SemanticVersion before) {
        return compareTo(from) >= 0 && compareTo(before) < 0;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int order = Long.compare(major, other.major);
        order = order != 0 ? order : Long.compare(minor, other.minor);
        return order != 0 ? order : Long.compare(patch, other.patch);
    }
}
