/*
 * The words and signs of HogQL. Braces open an expression again, be it inside an f'...' text or a <tag>, so a stack of
 * modes says where a closing one leads back to.
 */
lexer grammar HogQlLexer;

options { caseInsensitive = true; superClass = HogQlWords; }

@header {
import io.nightglass.hogql.parse.HogQlWords;
}

ALL : 'all' ;
AND : 'and' ;
ANTI : 'anti' ;
ANY : 'any' ;
ARRAY : 'array' ;
AS : 'as' ;
ASC : 'asc' | 'ascending' ;
ASOF : 'asof' ;
BETWEEN : 'between' ;
BOTH : 'both' ;
BY : 'by' ;
CASE : 'case' ;
CAST : 'cast' ;
CATCH : 'catch' ;
COHORT : 'cohort' ;
COLLATE : 'collate' ;
COLUMNS : 'columns' ;
CROSS : 'cross' ;
CUBE : 'cube' ;
CURRENT : 'current' ;
DATE : 'date' ;
DAY : 'day' ;
DESC : 'desc' ;
DESCENDING : 'descending' ;
DISTINCT : 'distinct' ;
ELSE : 'else' ;
END : 'end' ;
EXCEPT : 'except' ;
EXCLUDE : 'exclude' ;
EXTRACT : 'extract' ;
FALSE : 'false' ;
FILL : 'fill' ;
FILTER : 'filter' ;
FINAL : 'final' ;
FINALLY : 'finally' ;
FIRST : 'first' ;
FOLLOWING : 'following' ;
FOR : 'for' ;
FROM : 'from' ;
FULL : 'full' ;
FUNCTION : 'fn' | 'fun' ;
GROUP : 'group' ;
GROUPING : 'grouping' ;
HAVING : 'having' ;
HOUR : 'hour' ;
ID : 'id' ;
IF : 'if' ;
IGNORE : 'ignore' ;
ILIKE : 'ilike' ;
IN : 'in' ;
INCLUDE : 'include' ;
INFINITY : 'inf' | 'infinity' ;
INNER : 'inner' ;
INTERPOLATE : 'interpolate' ;
INTERSECT : 'intersect' ;
INTERVAL : 'interval' ;
IS : 'is' ;
JOIN : 'join' ;
KEY : 'key' ;
LAMBDA : 'lambda' ;
LAST : 'last' ;
LEADING : 'leading' ;
LEFT : 'left' ;
LET : 'let' ;
LIKE : 'like' ;
LIMIT : 'limit' ;
LOCAL : 'local' ;
MATERIALIZED : 'materialized' ;
MINUTE : 'minute' ;
MONTH : 'month' ;
NAME : 'name' ;
NAN : 'nan' ;
NATURAL : 'natural' ;
NOT : 'not' ;
NULL : 'null' ;
NULLS : 'nulls' ;
OFFSET : 'offset' ;
ON : 'on' ;
OR : 'or' ;
ORDER : 'order' ;
OUTER : 'outer' ;
OVER : 'over' ;
PARTITION : 'partition' ;
PIVOT : 'pivot' ;
POSITIONAL : 'positional' ;
PRECEDING : 'preceding' ;
PREWHERE : 'prewhere' ;
QUALIFY : 'qualify' ;
QUARTER : 'quarter' ;
RANGE : 'range' ;
RECURSIVE : 'recursive' ;
REPLACE : 'replace' ;
RETURN : 'return' ;
RIGHT : 'right' ;
ROLLUP : 'rollup' ;
ROW : 'row' ;
ROWS : 'rows' ;
SAMPLE : 'sample' ;
SECOND : 'second' ;
SELECT : 'select' ;
SEMI : 'semi' ;
SETS : 'sets' ;
SETTINGS : 'settings' ;
STEP : 'step' ;
SUBSTRING : 'substring' ;
THEN : 'then' ;
THROW : 'throw' ;
TIES : 'ties' ;
TIME : 'time' ;
TIMESTAMP : 'timestamp' ;
TO : 'to' ;
TOP : 'top' ;
TOTALS : 'totals' ;
TRAILING : 'trailing' ;
TRIM : 'trim' ;
TRUE : 'true' ;
TRUNCATE : 'truncate' ;
TRY : 'try' ;
TRY_CAST : 'try_cast' ;
UNBOUNDED : 'unbounded' ;
UNION : 'union' ;
UNPIVOT : 'unpivot' ;
USING : 'using' ;
VALUES : 'values' ;
WEEK : 'week' ;
WHEN : 'when' ;
WHERE : 'where' ;
WHILE : 'while' ;
WINDOW : 'window' ;
WITH : 'with' ;
WITHIN : 'within' ;
YEAR : 'year' ;
ZONE : 'zone' ;

HEX : '0x' HEX_DIGIT+ ('.' HEX_DIGIT+)? ('p' [+-]? [0-9]+)? ;
BINARY : '0b' [01]+ ;
/** Refused wherever it stands: 0o17 and 0b12 would otherwise read as a number and its alias. */
ODD_NUMBER : '0o' [0-7]+ | '0b' [0-9]+ ;
FLOAT : ([0-9]+ '.'? [0-9]* | '.' [0-9]+) 'e' [+-]? [0-9]+ ;
INTEGER : [0-9]+ ;

/** A backslash escapes any character but the end of a line. */
STRING : '\'' (~['\\] | '\\' ~[\r\n] | '\'\'')* '\'' ;
TEMPLATE options { caseInsensitive = false; } : 'f\'' -> pushMode(IN_TEMPLATE) ;
QUOTED : '`' (~[`\\] | '\\' ~[`] | '``')* '`' | '"' (~["\\] | '\\' . | '""')* '"' ;
WORD : [a-z_$] [a-z0-9_$]* ;

TAG : '<' {beginsTag()}? -> pushMode(IN_TAG) ;
NULLSAFE : '<=>' ;
IREGEX : '=~*' | '~*' ;
REGEX : '=~' | '~' ;
NOT_IREGEX : '!~*' ;
NOT_REGEX : '!~' ;
LE : '<=' ;
GE : '>=' ;
NE : '!=' | '<>' ;
EQ2 : '==' ;
EQ : '=' ;
LT : '<' ;
GT : '>' ;
ARROW : '->' ;
ASSIGN : ':=' ;
TYPED : '::' ;
COLON : ':' ;
ELVIS : '??' ;
SAFE_DOT : '?.' ;
QUESTION : '?' ;
CONCAT : '||' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
PERCENT : '%' ;
DOT : '.' ;
COMMA : ',' ;
SEMICOLON : ';' ;
OPEN : '(' ;
CLOSE : ')' ;
SQUARE : '[' ;
UNSQUARE : ']' ;
BRACE : '{' -> pushMode(DEFAULT_MODE) ;
UNBRACE : '}' -> popMode ;

COMMENT : ('--' ~[\r\n]* | '//' ~[\r\n]* | '#' ~[\r\n]* | '/*' .*? '*/') -> skip ;
SPACE : [ \t\r\n\f\u000b\u00a0\ufeff\u2000-\u200b\u202f\u3000]+ -> skip ;
OTHER : . ;

fragment HEX_DIGIT : [0-9a-f] ;

mode IN_TEMPLATE;

TEMPLATE_TEXT : (~['\\{] | '\\' . | '\'\'')+ ;
TEMPLATE_BRACE : '{' -> type(BRACE), pushMode(DEFAULT_MODE) ;
TEMPLATE_END : '\'' -> popMode ;

mode IN_TAG;

TAG_END : '/' [ \t\r\n]* '>' -> popMode ;
TAG_BODY : '>' -> mode(IN_TAG_BODY) ;
TAG_EQ : '=' -> type(EQ) ;
TAG_STRING : '\'' (~['\\] | '\\' . | '\'\'')* '\'' -> type(STRING) ;
TAG_BRACE : '{' -> type(BRACE), pushMode(DEFAULT_MODE) ;
TAG_NAME : [a-z_] [a-z0-9_-]* ;
TAG_SPACE : [ \t\r\n]+ -> skip ;
TAG_COMMENT : ('//' ~[\r\n]* | '/*' .*? '*/') -> skip ;
TAG_OTHER : . -> type(OTHER) ;

mode IN_TAG_BODY;

TAG_TEXT : ~[<{]+ ;
TAG_BODY_BRACE : '{' -> type(BRACE), pushMode(DEFAULT_MODE) ;
TAG_CLOSE : '</' -> mode(IN_TAG_CLOSE) ;
TAG_INNER : '<' -> type(TAG), pushMode(IN_TAG) ;

mode IN_TAG_CLOSE;

TAG_CLOSED : '>' -> popMode ;
TAG_CLOSE_NAME : [a-z_] [a-z0-9_-]* -> type(TAG_NAME) ;
TAG_CLOSE_SPACE : [ \t\r\n]+ -> skip ;
TAG_CLOSE_OTHER : . -> type(OTHER) ;
