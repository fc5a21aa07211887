package io.nightglass.hogql.function;

/** Parts of addresses, found as ClickHouse finds them: by their signs, whether or not all is well-formed. */
final class UrlFunctions {
    static final String TABLE = """
            protocol                | text -> text        | What stands before ://. | protocol('https://a.com/') => 'https'
            domain                  | text -> text        | The host; '' without a dot in it. | domain('https://www.a.com:80/p') => 'www.a.com'
            domainWithoutWWW        | text -> text        | The host without www. | domainWithoutWWW('https://www.a.com/') => 'a.com'
            topLevelDomain          | text -> text        | The last label of the host. | topLevelDomain('https://a.co.uk/') => 'uk'
            firstSignificantSubdomain | text -> text      | The label before the top level, or before co, com, org and the like. | firstSignificantSubdomain('https://news.a.co.uk/') => 'a'
            cutToFirstSignificantSubdomain | text -> text | The host from that label on. | cutToFirstSignificantSubdomain('https://news.a.co.uk/') => 'a.co.uk'
            netloc                  | text -> text        | User, host and port. | netloc('https://u@a.com:81/p') => 'u@a.com:81'
            port                    | text -> integer     | The port; 0 when there is none. | port('https://a.com:81/') => 81
            path                    | text -> text        | The path, without query and fragment. | path('https://a.com/p/q?x=1#f') => '/p/q'
            pathFull                | text -> text        | The path with query and fragment. | pathFull('https://a.com/p?x=1#f') => '/p?x=1#f'
            queryString             | text -> text        | What stands between ? and #. | queryString('https://a.com/?x=1#f') => 'x=1'
            fragment                | text -> text        | What stands after #. | fragment('https://a.com/#f') => 'f'
            queryStringAndFragment  | text -> text        | What stands after ?; without one, from # on. | queryStringAndFragment('https://a.com/?x=1#f') => 'x=1#f'
            extractURLParameter     | text, text -> text  | The value of the first parameter of that name; '' without one. | extractURLParameter('https://a.com/?x=1&y=2', 'y') => '2'
            extractURLParameters    | text -> [text]      | The parameters, name and value. | extractURLParameters('https://a.com/?x=1&y=2') => ['x=1', 'y=2']
            extractURLParameterNames | text -> [text]     | The names of the parameters. | extractURLParameterNames('https://a.com/?x=1&y=2') => ['x', 'y']
            URLHierarchy            | text -> [text]!     | The address cut after each /, ? and # behind its host, each time longer; of at most 2,000 bytes. | URLHierarchy('https://a.com/b/c') => ['https://a.com/', 'https://a.com/b/', 'https://a.com/b/c']
            URLPathHierarchy        | text -> [text]!     | The same without protocol and host. | URLPathHierarchy('https://a.com/b/c') => ['/b/', '/b/c']
            cutQueryString          | text -> text        | Without the query. | cutQueryString('https://a.com/p?x=1#f') => 'https://a.com/p#f'
            cutFragment             | text -> text        | Without the fragment. | cutFragment('https://a.com/p?x=1#f') => 'https://a.com/p?x=1'
            cutQueryStringAndFragment | text -> text      | Without query and fragment. | cutQueryStringAndFragment('https://a.com/p?x=1#f') => 'https://a.com/p'
            cutURLParameter         | text, text -> text  | Without the first parameter of that name. | cutURLParameter('https://a.com/?x=1&y=2', 'x') => 'https://a.com/?y=2'
            cutWWW                  | text -> text        | Without www. before the host. | cutWWW('https://www.a.com/') => 'https://a.com/'
            encodeURLComponent      | text -> text        | With %20 and the like. | encodeURLComponent('a b') => 'a%20b'
            decodeURLComponent      | text -> text        | Without %20 and the like. | decodeURLComponent('a%20b') => 'a b'
            encodeURLFormComponent  | text -> text        | The same, with + for a space. | encodeURLFormComponent('a b') => 'a+b'
            decodeURLFormComponent  | text -> text        | The same, + read as a space. | decodeURLFormComponent('a+b') => 'a b'
            """;

    private UrlFunctions() {}
}
