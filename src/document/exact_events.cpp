#include <limits>
#include <nlohmann/json.hpp>

#include "events.hpp"

namespace kreds::document {
namespace {

class Events : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Events(DocumentBuilder& builder) : builder_(builder) {}

  bool null() override { return builder_.null(); }
  bool boolean(bool value) override { return builder_.boolean(value); }
  bool number_integer(number_integer_t value) override { return builder_.integer(value); }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto largest = static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    return value > largest ? builder_.number_as_written() : builder_.integer(static_cast<std::int64_t>(value));
  }
  /// The parser hands over whole numbers beyond its range as rounded ones, so the text itself is read.
  bool number_float(number_float_t, const string_t&) override { return builder_.number_as_written(); }
  bool string(string_t& value) override { return builder_.string(std::move(value)); }
  bool binary(binary_t&) override { return false; }  // JSON text has none
  bool start_object(std::size_t) override { return builder_.open(Kind::object); }
  bool start_array(std::size_t) override { return builder_.open(Kind::array); }
  bool key(string_t& value) override { return builder_.key(value); }
  bool end_object() override { return builder_.close(Kind::object); }
  bool end_array() override { return builder_.close(Kind::array); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return builder_.refused();
  }

 private:
  DocumentBuilder& builder_;
};

}  // namespace

bool read_exactly(DocumentBuilder& builder) {
  Events events(builder);
  return nlohmann::json::sax_parse(builder.text(), &events);
}

}  // namespace kreds::document
