#include <algorithm>

#include "kreds/casefile/suggestion.hpp"
#include "reading.hpp"

namespace kreds::casefile {
namespace {

/// A key without its spelling: lower case, no separators, so that "Civil_Status" is "civilstatus". Æ, Ø and Å are two
/// bytes, the second of which becomes lower like a letter of ASCII.
std::string plain_key(std::string_view key) {
  std::string out;
  bool second_byte = false;
  for (char c : key) {
    const auto byte = static_cast<unsigned char>(c);
    const bool capital = second_byte ? byte >= 0x80U && byte <= 0x9EU : byte >= 'A' && byte <= 'Z';
    second_byte = byte == 0xC3U;
    if (c != '_' && c != '-' && c != ' ') out += static_cast<char>(capital ? byte + 0x20U : byte);
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

void ObjectReader::format(std::int64_t newest) {
  const auto node = ask_for("format");
  if (!node) return missing("format");
  if (!node->is(Kind::integer)) return reading_.wrong_type(*node, "expected.whole_number");
  const Arguments numbers = {{"found", Argument::literal(std::string(node->raw()))},
                             {"newest", Argument::literal(std::to_string(newest))}};
  if (node->integer() > newest) reading_.error("format_newer", *node, numbers);
  if (node->integer() < 1) reading_.error("format_unknown", *node, numbers);
}

void ObjectReader::type(StatementBody& body) {
  knows_all_ = false;
  const auto node = ask_for("type");
  if (!node) return missing("type");
  if (!reading_.expect(*node, Kind::text, "expected.text")) return;
  const auto known = std::find(statement_types.begin(), statement_types.end(), node->text());
  if (known == statement_types.end())
    return reading_.unknown_term(*node, {statement_types.begin(), statement_types.end()}, "unknown_type");
  knows_all_ = true;
  scope_ = node->text();
  body = body_of_type(static_cast<std::size_t>(known - statement_types.begin()));
}

void ObjectReader::body(StatementBody& body) {
  if (!knows_all_) return;
  std::visit(
      [this](auto& alternative) {
        fields(*this, alternative);
        reading_.judge(object_, alternative);
      },
      body);
}

void ObjectReader::finish() {
  if (knows_all_ && found_ != object_.size()) {
    const std::vector<std::string> known = known_keys();
    for (const Node member : object_.children()) {
      const bool asked_for = std::find(known.begin(), known.end(), member.key()) != known.end();
      if (!asked_for && !member.key().starts_with("x-")) report_unknown(member);
    }
  }
  reading_.known_keys_.resize(first_known_);
}

std::vector<std::string> ObjectReader::known_keys() const {
  const auto& all = reading_.known_keys_;
  return {all.begin() + static_cast<std::ptrdiff_t>(first_known_), all.end()};
}

std::optional<Node> ObjectReader::member(std::string_view key) {
  const bool next = expected_ != object_.children().end() && (*expected_).key() == key;
  const auto node = next ? std::optional(*expected_) : object_.find(key);
  if (next) ++expected_;
  found_ += node ? 1 : 0;
  return node;
}

void ObjectReader::missing(std::string_view key) {
  reading_.error("missing_key", object_, {{"key", Argument::literal(std::string(key))}});
}

void ObjectReader::report_unknown(Node member) {
  Arguments arguments = {{"key", Argument::literal(shortened(member.key()))}};
  const auto& never = reading_.vocabulary().never_use;
  const std::string plain = plain_key(member.key());
  for (const std::string& key : {scope_ + "." + plain, plain}) {
    const auto reason = never.find(key);
    if (reason == never.end()) continue;
    arguments["reason"] = Argument::label(reason->second);
    return reading_.faults().error("key_never_used", member.key_place(), std::move(arguments));
  }
  const std::vector<std::string> known = known_keys();
  const std::string near = nearest(member.key(), known);
  if (!near.empty()) arguments["suggestion"] = Argument::literal(near);
  arguments["known"] = Argument::literal(joined(known));
  reading_.faults().error("unknown_key", member.key_place(), std::move(arguments));
}

}  // namespace kreds::casefile
