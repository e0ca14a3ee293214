package io.tributary.local.states.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts answers into pages; the token is the position at which the next one begins. */
record Pages(int from, int most) {
  private static final int USUAL = 100;
  private static final int LARGEST = 1_000;

  static Pages of(ApiRequest request) {
    int asked = request.number("maxResults", 0);
    if (asked < 0 || asked > LARGEST) {
      throw new ApiError("ValidationException", "'maxResults' is from 0 to " + LARGEST + ".");
    }
    String token = request.optional("nextToken").orElse("0");
    if (!token.matches("[0-9]{1,9}")) {
      throw new ApiError("InvalidToken", "Invalid Token: '" + token + "'");
    }
    return new Pages(Integer.parseInt(token), asked == 0 ? USUAL : asked);
  }

  /** The page of a whole list. */
  <T> Map<String, Object> cut(String member, List<T> all) {
    int begin = Math.min(from, all.size());
    int end = Math.min(begin + most, all.size());
    return answer(member, all.subList(begin, end), all.size());
  }

  /** A page that was cut already, of a list that is so long. */
  Map<String, Object> answer(String member, List<?> page, int length) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(member, page);
    if (from + page.size() < length) {
      answer.put("nextToken", String.valueOf(from + page.size()));
    }
    return answer;
  }
}
