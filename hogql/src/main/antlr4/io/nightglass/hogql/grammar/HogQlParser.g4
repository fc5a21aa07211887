/*
 * HogQL: ClickHouse's SELECT with PostHog's {placeholders}, properties.$name, f'...' texts and <tags>.
 *
 * Operators stand in tiers, loosest first, and chains are loops, so that `a OR b OR c ...` is one flat node however long
 * it is: only brackets nest, and Nesting counts those before the parser starts. Operators, CASE, INTERVAL and the like
 * become plain calls in the tree, so a new operator is one line here, one in a builder and one in the function table.
 *
 * Nearly every word is also a name: `select from.end from t as group` is a query. Where that leaves a choice, the first
 * alternative wins; three choices are too far-reaching for that and are HogQlRules'.
 */
parser grammar HogQlParser;

options { tokenVocab = HogQlLexer; superClass = HogQlRules; }

@header {
import io.nightglass.hogql.parse.HogQlRules;
}

statement : query ';'? EOF ;

/** Pieces of a query that is built, not written. */
columnText : item EOF ;

orderText : order EOF ;

/** What follows the last member is the whole's, unless that member is a SELECT that takes it. */
query : member (setOperator member)* orderBy? limits? ;

member
    : select
    | with? '(' query ')'
    | braced
    | tag
    ;

setOperator
    : op=UNION (ALL | DISTINCT)? byName?
    | op=EXCEPT ALL? byName?
    | op=INTERSECT (ALL | DISTINCT)? byName?
    ;

byName : BY NAME ;

select
    : with?
      SELECT DISTINCT? item ({goesOn()}? ',' item)* ','?
      (FROM source)?
      arrayJoin?
      (PREWHERE prewhere=expression)?
      (WHERE where=expression)?
      groupBy?
      (WITH (rolled=ROLLUP | cubed=CUBE))?
      (WITH totals=TOTALS)?
      (HAVING having=expression)?
      (QUALIFY qualify=expression)?
      (WINDOW window (',' window)*)?
      orderBy?
      limitBy?
      limits?
    ;

with : WITH RECURSIVE? common (',' common)* ','? ;

common
    : label names? (USING KEY names)? AS (NOT? MATERIALIZED)? '(' query ')'
    | expression AS label
    ;

names : '(' label (',' label)* ')' ;

item : (title=word ':')? expression bare? ;

arrayJoin : kind=(LEFT | INNER)? ARRAY JOIN list ;

groupBy
    : GROUP BY (rolled=ROLLUP | cubed=CUBE) '(' list ')'
    | GROUP BY GROUPING SETS '(' groupingSet (',' groupingSet)* ')'
    | GROUP BY all=ALL
    | GROUP BY list
    ;

groupingSet : '(' list? ')' ;

window : label AS '(' windowBody ')' ;

windowBody : (PARTITION BY list)? orderBy? frame? ;

frame : kind=(ROWS | RANGE) (bound | BETWEEN bound AND bound) ;

bound
    : CURRENT ROW
    | (UNBOUNDED | expression) (PRECEDING | FOLLOWING)
    ;

orderBy : ORDER BY order (',' order)* interpolate? ;

order
    : expression (ASC | DESC | DESCENDING)? (NULLS (first=FIRST | LAST))? (COLLATE STRING)?
      (WITH FILL (FROM expression)? (TO expression)? (STEP expression)?)?
    ;

interpolate : INTERPOLATE ('(' filled (',' filled)* ')')? ;

filled : label (AS expression)? ;

limitBy : LIMIT first=expression ((op=',' | op=OFFSET) second=expression)? BY list ;

limits
    : LIMIT count=expression share='%'? (',' second=expression)? (WITH TIES)? (OFFSET skip=expression)?
    | OFFSET skip=expression
    ;

source : relation (join | pivot)* ;

join
    : (',' | CROSS JOIN) relation
    | NATURAL? joinKind? JOIN relation inner* constraint?
    | POSITIONAL JOIN relation constraint?
    ;

/** a JOIN b JOIN c ON x ON y: what is joined to b before a is. */
inner : joinKind? JOIN relation constraint ;

joinKind
    : match=(ALL | ANY | ASOF)? INNER
    | INNER match=(ALL | ANY | ASOF)
    | match=(ALL | ANY | ASOF | SEMI | ANTI)
    | match=(ALL | ANY | ASOF | SEMI | ANTI)? side=(LEFT | RIGHT) OUTER?
    | side=(LEFT | RIGHT) OUTER? match=(ALL | ANY | ASOF | SEMI | ANTI)
    | match=(ALL | ANY | ASOF)? side=FULL OUTER?
    | side=FULL OUTER? match=(ALL | ANY | ASOF)
    ;

constraint
    : ON expression (',' expression)*
    | USING expression (',' expression)*
    ;

relation
    : table titled* FINAL? sample?
    | '(' source ')'
    ;

table
    : name '(' list? ')'                                       # Made
    | label ('.' label)*                                       # Named
    | '(' query ')'                                            # Sub
    | '(' VALUES row (',' row)* ')'                            # Rows
    | braced                                                   # BracedTable
    | tag                                                      # TagTable
    ;

row : '(' list ')' ;

titled : (AS word | plain) names? ;

sample : SAMPLE ratio (OFFSET ratio)? ;

ratio : braced | signed ('/' signed)? '%'? ;

signed : ('-' | '+')? number ;

pivot
    : PIVOT '(' list FOR pivoted+ (GROUP BY list)? ')' titled*
    | UNPIVOT (INCLUDE NULLS)? '(' postfix FOR pivoted (',' pivoted)* ')' titled*
    ;

pivoted : postfix IN '(' list ')' ;

list : expression ({goesOn()}? ',' expression)* ','? ;

expression : choice (AS (word | STRING))* ;

choice : either ('?' expression ':' choice)? ;

either : both (OR both)* ;

both : range (AND range)* ;

range : fallback (NOT? BETWEEN fallback AND fallback)* ;

fallback : distinct ('??' distinct)* ;

distinct : comparison (distinction comparison)* ;

distinction : IS NOT? DISTINCT FROM | '<=>' ;

comparison : sum predicate* ;

predicate
    : op=(EQ | EQ2 | NE | LT | LE | GT | GE | REGEX | IREGEX | NOT_REGEX | NOT_IREGEX) sum   # Compare
    | IS NOT? NULL later*                                                                   # IsNull
    | NOT? op=(LIKE | ILIKE) sum                                                            # Like
    | NOT? IN COHORT? sum                                                                   # In
    ;

/** After IS NULL arithmetic may go on, with all before it as its left side. */
later
    : op=('*' | '/' | '%') operand
    | op=('+' | '-' | '||') product
    | access
    ;

sum : product (op+=('+' | '-' | '||') product)* ;

product : operand (op+=('*' | '/' | '%') operand)* ;

operand
    : {isNegation()}? NOT range                        # Not
    | '-' operand                                      # Negative
    | '+' number                                       # Positive
    | {isLambda()}? lambda                             # LambdaOperand
    | label ':=' expression                            # Argument
    | postfix                                          # Postfixed
    ;

lambda
    : ('(' (label (',' label)* ','?)? ')' | label (',' label)* ','?) '->' (expression | block)
    | LAMBDA label (',' label)* ','? ':' (expression | block)
    ;

postfix : primary access* ;

access
    : safe='?.'? '[' expression ']'                    # Index
    | safe='?.' '[' expression ']'                     # Index
    | ('.' | safe='?.') INTEGER                        # Position
    | ('.' | safe='?.') label                          # Inside
    | '::' type                                        # Typed
    | '(' (query | list)? ')'                          # Applied
    ;

/** As in a::DateTime64(6): what stands in brackets after the word is an access of its own. */
type
    : (TIMESTAMP | TIME) WITH LOCAL? TIME ZONE
    | WORD | QUOTED | DATE | TIME | TIMESTAMP | INTERVAL | TRUE | FALSE
    | SECOND | MINUTE | HOUR | DAY | WEEK | MONTH | QUARTER | YEAR
    ;

/** As in CAST(a AS Nullable(Decimal(10, 2))). */
castType
    : castWord castWord* ('[' ']')*
    | (TIMESTAMP | TIME) WITH LOCAL? TIME ZONE
    | castWord '(' (castPart (',' castPart)*)? ')' ('[' ']')*
    ;

castWord : label ;

castPart : castType | label castType | number | STRING ;

primary
    : literal                                                                          # Constant
    | INTERVAL STRING                                                                  # IntervalText
    | INTERVAL expression unit                                                         # Interval
    | CASE operandOfCase=expression? when+ (ELSE otherwise=expression)? END            # Case
    | (CAST | safe=TRY_CAST) '(' expression AS castType ')'                            # Cast
    | TRIM '(' side=(BOTH | LEADING | TRAILING) STRING FROM expression ')'             # Trim
    | '*'? COLUMNS '(' (starred replacement? | list) ')'                               # Columns
    | function '(' body ')' ('(' body ')')?
      (WITHIN GROUP '(' orderBy ')')?
      (FILTER '(' WHERE condition=expression ')')?
      (IGNORE NULLS)?
      (OVER (over=label | '(' windowBody ')'))?                                        # Call
    | template                                                                         # TemplateText
    | braced                                                                           # Placeholder
    | '(' list ')'                                                                     # Group
    | '(' query ')'                                                                    # Subquery
    | '[' list? ']'                                                                    # Array
    | starred                                                                          # Star
    | tag                                                                              # TagValue
    | name                                                                             # ColumnName
    ;

starred : (name '.' (label '.')*)? '*' exclusion? ;

exclusion : EXCLUDE '(' excluded (',' excluded)* ','? ')' ;

excluded : label ('.' label)* ;

replacement : REPLACE '(' expression (',' expression)* ','? ')' ;

body
    : DISTINCT? list? orderBy? (IGNORE NULLS (',' list)?)?
    | query
    ;

when : WHEN expression THEN expression ;

unit : SECOND | MINUTE | HOUR | DAY | WEEK | MONTH | QUARTER | YEAR ;

braced
    : BRACE expression UNBRACE                                                               # Value
    | BRACE (pair (',' pair)* ','?)? UNBRACE                                                 # Dictionary
    ;

pair : expression ':' expression ;

template : TEMPLATE (TEMPLATE_TEXT | BRACE expression UNBRACE)* TEMPLATE_END ;

literal : number | STRING | TRUE | FALSE | NULL ;

number
    : HEX | BINARY | FLOAT | INFINITY | NAN
    | INTEGER ('.' INTEGER?)?
    | '.' INTEGER
    ;

tag
    : TAG TAG_NAME attribute* TAG_END
    | TAG TAG_NAME attribute* TAG_BODY (TAG_TEXT | BRACE expression UNBRACE | tag)* TAG_CLOSE TAG_NAME TAG_CLOSED
    | LT label attribute* '/' GT
    ;

attribute : (TAG_NAME | label) (EQ (STRING | BRACE expression UNBRACE))? ;

/* The statements of Hog, which a lambda may hold. They are read so that a query with them is understood to be one. */

block : BRACE (hog ';'?)* UNBRACE ;

hog
    : RETURN expression?
    | THROW expression?
    | LET label (':=' expression)?
    | IF '(' expression ')' hog (ELSE hog)?
    | WHILE '(' expression ')' hog
    | FOR '(' hog? ';' expression? ';' hog? ')' hog
    | FOR '(' LET label (',' label)? IN expression ')' hog
    | FUNCTION label '(' (label (',' label)* ','?)? ')' hog
    | TRY block (CATCH ('(' label (':' label)? ')')? block)* (FINALLY block)?
    | block
    | expression (':=' expression)?
    ;

/** A word that is no keyword: what may follow an expression as its alias without AS. */
bare : WORD | QUOTED | ASC | COHORT | DATE | DESCENDING | FINAL | ID | RETURN | TOP | TOTALS ;

/** The same after a table. */
plain : WORD | QUOTED | DATE | FIRST | ID | KEY ;

function : name | TRUE | FALSE ;

/** What may stand where a column or table is expected. */
name : word ;

/** After a dot or AS, and before what it names. */
label : word | TRUE | FALSE ;

/** Any word but the few that nothing can be called. */
word
    : WORD | QUOTED
    | ALL | AND | ANTI | ANY | ARRAY | AS | ASC | ASOF | BETWEEN | BOTH | BY | CASE | CAST | COHORT | COLLATE | COLUMNS | CROSS
    | CUBE | CURRENT | DATE | DAY | DESC | DESCENDING | DISTINCT | ELSE | END | EXCLUDE | EXTRACT | FILL | FILTER | FINAL | FIRST
    | FOLLOWING | FOR | FROM | FULL | GROUP | GROUPING | HAVING | HOUR | ID | IF | IGNORE | ILIKE | IN | INCLUDE | INNER
    | INTERPOLATE | INTERVAL | IS | JOIN | KEY | LAMBDA | LAST | LEADING | LEFT | LIKE | LIMIT | LOCAL | MINUTE | MONTH | NAME
    | NATURAL | NOT | NULLS | OFFSET | ON | OR | ORDER | OUTER | OVER | PARTITION | PIVOT | POSITIONAL | PRECEDING | PREWHERE
    | QUALIFY | QUARTER | RANGE | RECURSIVE | REPLACE | RETURN | RIGHT | ROLLUP | ROW | ROWS | SAMPLE | SECOND | SELECT | SEMI
    | SETS | SETTINGS | STEP | SUBSTRING | THEN | TIES | TIME | TIMESTAMP | TO | TOP | TOTALS | TRAILING | TRIM | TRUNCATE
    | TRY_CAST | UNBOUNDED | UNION | UNPIVOT | USING | VALUES | WEEK | WHEN | WHERE | WINDOW | WITH | YEAR | ZONE
    ;
