-- Each line of a shopping list has a state, and those of earlier rounds are open. The lines begin as only lines of the
-- list do; in a text of the document the same characters would have their quotes escaped.
UPDATE round
   SET todos = regexp_replace(todos, '\{"quantity":(\d+),"product":\{', '{"quantity":\1,"state":"open","product":{', 'g')
 WHERE todos IS NOT NULL;
