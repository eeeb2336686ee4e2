#!/usr/bin/env escript
%% erlang-jose, asked line by line: `verify` or `sign` and base64 in, `ok` and base64 or `no` out.
%% Verified as Joken does for Fogbender's backend: strictly, HS256 alone. Its JSON module is jiffy.
-mode(compile).

main([Secret]) ->
  jose:json_module(jose_json_jiffy),
  ok = io:setopts([binary, {encoding, latin1}]),
  serve(jose_jwk:from_oct(list_to_binary(Secret))).

serve(Key) ->
  case file:read_line(standard_io) of
    eof -> ok;
    {ok, Line} ->
      [Task, Given] = binary:split(string:trim(Line, trailing, "\n"), <<" ">>),
      Answer = try answer(Task, Key, base64:decode(Given)) catch _:_ -> no end,
      ok = file:write(standard_io, [said(Answer), "\n"]),
      serve(Key)
  end.

answer(<<"verify">>, Key, Jwt) ->
  case jose_jwt:verify_strict(Key, [<<"HS256">>], Jwt) of
    {true, Claims, _} -> {ok, jose:encode(element(2, jose_jwt:to_map(Claims)))};
    _ -> no
  end;
answer(<<"sign">>, Key, Claims) ->
  Signed = jose_jwt:sign(Key, #{<<"alg">> => <<"HS256">>, <<"typ">> => <<"JWT">>}, jose:decode(Claims)),
  {ok, element(2, jose_jws:compact(Signed))}.

said({ok, Text}) -> [<<"ok ">>, base64:encode(iolist_to_binary(Text))];
said(no) -> <<"no">>.
