/** A few of tests/vectors/user-jwt.json, which independent implementations made; run.js checks that they still agree. */
export const vectors = [
  {
    note: "the minimum",
    secret: "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO",
    payload: '{"userId":"U234328"}',
    userJWT: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4In0.FCG6_9-EMgeaKPCt20umzHSrNq4_8Gbu5Dr8HdrJKS4",
  },
  {
    note: "two claims",
    secret: "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO",
    payload: '{"customerId":"C256434","userId":"U234328"}',
    userJWT:
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjdXN0b21lcklkIjoiQzI1NjQzNCIsInVzZXJJZCI6IlUyMzQzMjgifQ.I4Sh-ijEFMg5LcjkDOqkj2pUlyETBqrY3naCgKJfWto",
  },
  {
    note: "the seed's Alice, every required field",
    secret: "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ",
    payload:
      '{"userId":"U234328","customerId":"C256434","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"Alice Chesterton"}',
    userJWT:
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6IkFsaWNlIENoZXN0ZXJ0b24ifQ.mZMkQkEdHw5LCZ896bW8Zw70DJ6JOxlGoAyA8kHXKiQ",
  },
  {
    note: "with an avatar",
    secret: "ROq5vNQIzGzeUkeO1zCQPsJd+pFr7nlX",
    payload:
      '{"userId":"U234328","customerId":"C256434","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"Alice Chesterton","userAvatarUrl":"https://example.com/a.png?x=1&y=2"}',
    userJWT:
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6IkFsaWNlIENoZXN0ZXJ0b24iLCJ1c2VyQXZhdGFyVXJsIjoiaHR0cHM6Ly9leGFtcGxlLmNvbS9hLnBuZz94PTEmeT0yIn0.aUSMjciYR1lcguzWHE6E-vQNZ11iuEw9Zijbrf0m0Xw",
  },
  {
    note: "UTF-8, quotes and backslashes",
    secret: "zk9dRvWkKDvbjydykyw8x3xu7G+yVNAc",
    payload:
      '{"userId":"U234328","customerId":"C256434","customerName":"Café \\"Ünïcode\\" \\\\ Söhne","userEmail":"alice@netflix.com","userName":"Zoë Ångström 陳大文 👩🏽‍🚀"}',
    userJWT:
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJDYWbDqSBcIsOcbsOvY29kZVwiIFxcIFPDtmhuZSIsInVzZXJFbWFpbCI6ImFsaWNlQG5ldGZsaXguY29tIiwidXNlck5hbWUiOiJab8OrIMOFbmdzdHLDtm0g6Zmz5aSn5paHIPCfkanwn4-94oCN8J-agCJ9.EXyT8jPJ2-9g16XESCT118BcsBLB7Ql4Ysc7q_O8_f8",
  },
  {
    note: "with iat and exp (NumericDate, seconds)",
    secret: "dfegI9najQjwfah86Alq1XnPE8RHDg2Y",
    payload:
      '{"userId":"U234328","customerId":"C256434","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"Alice Chesterton","iat":1700000000,"exp":1700003600}',
    userJWT:
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6IkFsaWNlIENoZXN0ZXJ0b24iLCJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMzYwMH0.QDNw9Nboop7tszNwFGh9O7iw2MeZMjUftVX5xE9Pdsc",
  },
  {
    note: "control characters",
    secret: "GhrUMB5mlwOli/H3awJj6bMC7MXGHbzr",
    payload:
      '{"userId":"U234328","customerId":"C256434","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"tab\\there\\nnewline \\u0001 control \u2028 sep"}',
    userJWT:
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6InRhYlx0aGVyZVxubmV3bGluZSBcdTAwMDEgY29udHJvbCDigKggc2VwIn0.z3Nd-1kS9NhpISzWW_RGGNLz7tPswZCMDXamXMh00nE",
  },
];
