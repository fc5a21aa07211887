/*
 * HogQL, as far as it is understood here: ClickHouse's SELECT with PostHog's {placeholders} and properties.$name.
 *
 * Operators stand in tiers, loosest first, and chains are loops, so that `a OR b OR c ...` is one flat node however long
 * it is: only brackets nest, and Nesting counts those before the parser starts. Operators, CASE, INTERVAL and the like
 * become plain calls in the tree (TreeBuilder), so a new operator is one line here, one there and one in the function table.
 */
grammar HogQl;

options { caseInsensitive = true; }

statement : query ';'* EOF ;

/** Pieces of a query that is built, not written. */
columnText : column EOF ;

orderText : order EOF ;

query : queryTerm (setOperator queryTerm)* ;

queryTerm : select | '(' query ')' ;

setOperator : UNION ALL | UNION DISTINCT | EXCEPT | INTERSECT ;

select
    : (WITH common (',' common)*)?
      SELECT DISTINCT? column (',' column)* ','?
      (FROM source)?
      (PREWHERE prewhere=expression)?
      (WHERE where=expression)?
      (GROUP BY group+=expression (',' group+=expression)*)?
      (HAVING having=expression)?
      (ORDER BY order (',' order)*)?
      limit?
    ;

common : name AS '(' query ')' | expression AS name ;

column : expression (AS alias=label | bare=word)? ;

order : expression (ASC | DESC)? (NULLS (FIRST | LAST))? ;

limit
    : LIMIT count=expression (OFFSET skip=expression)?
    | LIMIT skip=expression ',' count=expression
    | OFFSET skip=expression (LIMIT count=expression)?
    ;

source : relation join* ;

join
    : (','| CROSS JOIN) relation
    | (INNER | (LEFT | RIGHT | FULL) OUTER?)? JOIN relation ON expression
    ;

relation
    : table=name (AS? word)?
    | table=name '(' (expression (',' expression)*)? ')' (AS? word)?
    | '(' query ')' (AS? word)?
    ;

expression : either ('?' expression ':' expression)? ;

either : both (OR both)* ;

both : negation (AND negation)* ;

negation : NOT* comparison ;

comparison : joined predicate* ;

predicate
    : op=('=' | '==' | '!=' | '<>' | '<' | '<=' | '>' | '>=') joined  # Compare
    | IS NOT? NULL                                                    # IsNull
    | NOT? BETWEEN low=joined AND high=joined                         # Between
    | NOT? op=(LIKE | ILIKE) joined                                   # Like
    | NOT? IN joined                                                  # In
    ;

joined : sum ('||' sum)* ;

sum : product (op+=('+' | '-') product)* ;

product : signed (op+=('*' | '/' | '%') signed)* ;

signed : op+=('-' | '+')* postfix ;

postfix : primary access* ;

access
    : '[' expression ']'  # Index
    | '.' INTEGER         # Position
    | '.' label           # Member
    ;

primary
    : literal                                                                          # Constant
    | INTERVAL amount=intervalAmount unit=word                                         # Interval
    | INTERVAL STRING                                                                  # IntervalText
    | CASE operand=expression? when+ (ELSE otherwise=expression)? END                  # Case
    | CAST '(' expression AS word ')'                                                  # Cast
    | function ('(' (parameter+=argument (',' parameter+=argument)*)? ')')?
      '(' DISTINCT? (value+=argument (',' value+=argument)*)? ')'                      # Call
    | '{' label '}'                                                                    # Placeholder
    | '(' query ')'                                                                    # Subquery
    | '(' expression ')'                                                               # Parenthesis
    | '(' (expression ',' (expression (',' expression)* ','?)?)? ')'                   # Tuple
    | '[' (expression (',' expression)*)? ']'                                          # Array
    | '*'                                                                              # Star
    | name                                                                             # Column_
    ;

argument : lambda | expression ;

lambda : (name | '(' name (',' name)* ')') '->' expression ;

when : WHEN expression THEN expression ;

intervalAmount : INTEGER | '-' INTEGER | '(' expression ')' | '{' label '}' | name ;

literal : INTEGER | FLOAT | STRING | TRUE | FALSE | NULL ;

/** A word that is no keyword: what may follow an expression as its alias without AS. */
word : WORD | QUOTED ;

/** What may stand where a column or table is expected. */
name : word | ALL | FIRST | LAST | NULLS | LEFT | RIGHT | FULL | CAST ;

function : name | IN | LIKE | ILIKE | NOT | AND | OR ;

/** After a dot, AS or in braces any word is a name, keywords too: properties.from, {limit}. */
label
    : name | SELECT | DISTINCT | FROM | WHERE | PREWHERE | GROUP | BY | HAVING | ORDER | ASC | DESC | LIMIT | OFFSET | UNION | EXCEPT
    | INTERSECT | WITH | AS | AND | OR | NOT | IN | BETWEEN | LIKE | ILIKE | IS | NULL | TRUE | FALSE | CASE | WHEN | THEN
    | ELSE | END | INTERVAL | JOIN | INNER | OUTER | CROSS | ON
    ;

SELECT : 'select' ;
DISTINCT : 'distinct' ;
FROM : 'from' ;
WHERE : 'where' ;
PREWHERE : 'prewhere' ;
GROUP : 'group' ;
BY : 'by' ;
HAVING : 'having' ;
ORDER : 'order' ;
ASC : 'asc' | 'ascending' ;
DESC : 'desc' | 'descending' ;
NULLS : 'nulls' ;
FIRST : 'first' ;
LAST : 'last' ;
LIMIT : 'limit' ;
OFFSET : 'offset' ;
UNION : 'union' ;
ALL : 'all' ;
EXCEPT : 'except' ;
INTERSECT : 'intersect' ;
WITH : 'with' ;
AS : 'as' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
IN : 'in' ;
BETWEEN : 'between' ;
LIKE : 'like' ;
ILIKE : 'ilike' ;
IS : 'is' ;
NULL : 'null' ;
TRUE : 'true' ;
FALSE : 'false' ;
CASE : 'case' ;
WHEN : 'when' ;
THEN : 'then' ;
ELSE : 'else' ;
END : 'end' ;
INTERVAL : 'interval' ;
CAST : 'cast' ;
JOIN : 'join' ;
INNER : 'inner' ;
LEFT : 'left' ;
RIGHT : 'right' ;
FULL : 'full' ;
OUTER : 'outer' ;
CROSS : 'cross' ;
ON : 'on' ;

FLOAT : [0-9]+ '.' [0-9]+ ([e] [+-]? [0-9]+)? | [0-9]+ [e] [+-]? [0-9]+ ;
INTEGER : [0-9]+ ;
STRING : '\'' (~['\\] | '\\' . | '\'\'')* '\'' ;
QUOTED : '`' (~[`\\] | '\\' . | '``')+ '`' | '"' (~["\\] | '\\' . | '""')+ '"' ;
WORD : [\p{L}_$] [\p{L}\p{N}_$]* ;

COMMENT : ('--' ~[\r\n]* | '/*' .*? '*/') -> skip ;
SPACE : [ \t\r\n\f\u00a0\ufeff]+ -> skip ;
OTHER : . ;
