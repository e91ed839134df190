#include "kreds/casefile/write.hpp"

#include <algorithm>

#include "fields.hpp"
#include "kreds/casefile/terms.hpp"
#include "kreds/document/hash.hpp"

namespace kreds::casefile {
namespace {

using document::Array;
using document::Object;
using document::Value;

/// What stands in the file for a value; nothing if the value goes without saying.
using Written = std::optional<Value>;

// --- dates ---

bool whole_months(Date first, Date last) {
  const std::chrono::year_month_day from(first), after(last + std::chrono::days(1));
  return from.day() == std::chrono::day(1) && after.day() == std::chrono::day(1);
}

bool whole_years(Date first, Date last) {
  const std::chrono::year_month_day from(first), to(last);
  return whole_months(first, last) && from.month() == std::chrono::January && to.month() == std::chrono::December;
}

/// The two ends of a span, no finer than they are known.
Array ends(Date first, Date last) {
  const std::size_t length = whole_years(first, last) ? 4 : whole_months(first, last) ? 7 : 10;
  return {to_text(first).substr(0, length), to_text(last).substr(0, length)};
}

Value written_date(const ApproximateDate& date) {
  using Form = ApproximateDate::Form;
  switch (date.form) {
    case Form::day:
      return to_text(*date.first);
    case Form::month:
      return to_text(*date.first).substr(0, 7);
    case Form::year:
      return to_text(*date.first).substr(0, 4);
    case Form::age:
      return Object{{"age", date.age}, {"at", to_text(*date.age_at)}};
    case Form::between:
    case Form::words:
      break;
  }
  Object said;
  if (date.form == Form::between) said.emplace_back("between", ends(*date.first, *date.last));
  if (!date.words.empty()) said.emplace_back("words", date.words);
  return said;
}

// --- the visitor ---

class ObjectWriter {
 public:
  template <class T>
  void operator()(std::string_view key, const T& value, const Rule& rule = {}) {
    if (Written written = write(value, rule)) object_.emplace_back(std::string(key), *std::move(written));
  }
  void format(std::int64_t number) { object_.emplace_back("format", number); }
  void type(const StatementBody& body) { object_.emplace_back("type", std::string(statement_types[body.index()])); }
  void body(const StatementBody& body) {
    std::visit([this](const auto& alternative) { fields(*this, alternative); }, body);
  }
  Object take() { return std::move(object_); }

 private:
  static Written write(const std::string& text, const Rule&) { return text.empty() ? Written() : Value(text); }
  static Written write(int number, const Rule&) { return number; }
  static Written write(double number, const Rule&) { return number; }
  static Written write(bool value, const Rule& rule) {
    return rule.required || value != rule.otherwise ? Written(value) : Written();
  }
  static Written write(const Unless<const bool>& mark, const Rule& rule) { return write(!mark.value, rule); }
  static Written write(Date date, const Rule&) { return Value(to_text(date)); }
  static Written write(const ApproximateDate& date, const Rule&) { return written_date(date); }
  static Written write(const Death& death, const Rule&) { return death.when ? object(death) : Value(true); }
  static Written write(const Quote& quote, const Rule&) { return quote.of.empty() ? Value(quote.text) : object(quote); }
  static Written write(const Between<const Id>& pair, const Rule&) { return Array{pair.a, pair.b}; }
  static Written write(NoValue missing, const Rule&) { return Object{{"answer", std::string(term(missing))}}; }

  static Written write(const Frequency<const Tie>& frequency, const Rule& rule) {
    const Tie& tie = frequency.tie;
    return tie.frequency_term.empty() ? write(tie.times_per_year, rule) : Value(tie.frequency_term);
  }

  static Written write(const WordsOrNone<const Question>& answer, const Rule& rule) {
    return answer.question.missing ? write(*answer.question.missing, rule) : write(answer.question.answer, rule);
  }

  template <class T>
  static Written write(const Answered<T>& answer, const Rule& rule) {
    return answer.value ? write(*answer.value, rule) : write(answer.missing, rule);
  }

  template <class T>
  static Written write(const std::optional<T>& value, const Rule& rule) {
    return value ? write(*value, rule) : Written();
  }

  template <class T>
  static Written write(const std::vector<T>& list, const Rule& rule) {
    if (list.empty() && !rule.required) return std::nullopt;
    Array array;
    for (const T& each : list)
      if (Written written = write(each, rule)) array.push_back(*std::move(written));  // an empty text is none
    return array;
  }

  template <class E>
  requires std::is_enum_v<E>
  static Written write(E value, const Rule& rule) {
    const std::string_view text = term(value);
    return text == rule.silent ? Written() : Value(std::string(text));
  }

  template <class T>
  requires std::is_class_v<T>
  static Written write(const T& entry, const Rule&) { return object(entry); }

  template <class T>
  static Value object(const T& entry) {
    ObjectWriter inner;
    fields(inner, entry);
    return inner.take();
  }

  Object object_;
};

// --- the layout ----------------------------------------------------------------------------------------

/// Lists of entries stand one entry below the other, so that a change touches only its own lines.
bool is_block(const std::pair<std::string, Value>& member) {
  constexpr std::array<std::string_view, 6> blocks = {"people",     "households", "matters",
                                                      "interviews", "statements", "erased"};
  return std::find(blocks.begin(), blocks.end(), member.first) != blocks.end() &&
         std::holds_alternative<Array>(member.second.data());
}

/// An object fills lines of `width` with its members. Only lists of entries are broken always, and the case itself.
class Layout {
 public:
  std::string write(const Object& root) {
    put("{");
    for (const auto& member : root) {
      new_line(2);
      put_member(member, 2);
      if (&member != &root.back()) put(",");
    }
    new_line(0);
    put("}\n");
    return std::move(out_);
  }

 private:
  static constexpr std::size_t width = 110;
  using Member = std::pair<std::string, Value>;

  void put_member(const Member& member, std::size_t indent) {
    put(to_line(Value(member.first)) + ": ");
    if (is_block(member))
      put_entries(std::get<Array>(member.second.data()), indent);
    else
      put_value(member.second);
  }

  void put_entries(const Array& entries, std::size_t indent) {
    put("[");
    for (const Value& entry : entries) {
      new_line(indent + 2);
      put_value(entry);
      if (&entry != &entries.back()) put(",");
    }
    if (!entries.empty()) new_line(indent);
    put("]");
  }

  void put_value(const Value& value) {
    if (const auto* object = std::get_if<Object>(&value.data()))
      put_filled('{', '}', *object, [&](const Member& m, std::size_t indent) { put_member(m, indent); });
    else if (const auto* array = std::get_if<Array>(&value.data()))
      put_filled('[', ']', *array, [&](const Value& each, std::size_t) { put_value(each); });
    else
      put(to_line(value));
  }

  /// Items side by side; the next line begins under the first item.
  template <class List, class Put>
  void put_filled(char open, char close, const List& items, Put put_item) {
    put(std::string(1, open));
    const std::size_t indent = column_;
    for (const auto& item : items) {
      const bool first = &item == &items.front(), last = &item == &items.back();
      const std::size_t needed = length(item) + 1;  // with the comma or bracket behind it
      if (!first && column_ + 1 + needed > width)
        new_line(indent);
      else if (!first)
        put(" ");
      put_item(item, indent);
      if (!last) put(",");
    }
    put(std::string(1, close));
  }

  static std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
  }
  /// Characters on one line; a list of entries never fits.
  static std::size_t length(const Value& value) { return characters(to_line(value)); }
  static std::size_t length(const Member& member) {
    return is_block(member) ? width : characters(to_line(Value(member.first))) + 2 + length(member.second);
  }

  void put(const std::string& text) {
    out_ += text;
    column_ += characters(text);
  }

  void new_line(std::size_t indent) {
    (out_ += '\n').append(indent, ' ');
    column_ = indent;
  }

  std::string out_;
  std::size_t column_ = 0;
};

Object written_case(const Case& c) {
  ObjectWriter writer;
  fields(writer, c);
  return writer.take();
}

}  // namespace

document::Value to_value(const Case& c) {
  return written_case(c);
}
std::string to_text(const Object& tree) {
  return Layout().write(tree);
}
std::string to_text(const Case& c) {
  return Layout().write(written_case(c));
}
std::string version(const Case& c) {
  return document::short_hash(to_text(c));
}

}  // namespace kreds::casefile
