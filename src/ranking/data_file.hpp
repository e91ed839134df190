/// \file
/// Reading the data files of the layer: a fault is thrown with file, place and what is wrong. What is not as the format
/// says it is a document::BadFile.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kreds/document/bad_file.hpp"
#include "kreds/document/document.hpp"

namespace kreds::ranking {

/// A fault that a user can have made: throws document::BadFile.
[[noreturn]] void refuse(const document::Node& node, std::string code, document::Arguments arguments = {});
/// A fault of the tool's own data: throws std::runtime_error "file:line:column: pointer: fault".
[[noreturn]] void fail(const document::Node& node, const std::string& fault);

/// Throws document::BadFile if the file cannot be read or is not JSON.
document::Document parse_or_throw(const std::string& path);

/// A member that must be there, of this kind; an integer will do for a real.
document::Node member(const document::Node& object, std::string_view key, document::Kind kind);
/// The member, or nothing if it is null; it must be mentioned in either case.
std::optional<document::Node> nullable(const document::Node& object, std::string_view key, document::Kind kind);

std::string text(const document::Node& object, std::string_view key);  ///< not empty
std::vector<std::string> texts(const document::Node& object, std::string_view key);
double number(const document::Node& object, std::string_view key, double least, double most);
int whole_number(const document::Node& object, std::string_view key, int least, int most);
bool flag(const document::Node& object, std::string_view key);

template <class E>
E one_of(const document::Node& object, std::string_view key,
         std::initializer_list<std::pair<std::string_view, E>> choices) {
  const std::string found = text(object, key);
  for (const auto& [name, value] : choices)
    if (name == found) return value;
  fail(*object.find(key), "unknown term \"" + found + "\"");
}

}  // namespace kreds::ranking
