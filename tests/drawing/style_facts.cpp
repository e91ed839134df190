// Prints, as JSON, what the reader of styles takes and refuses: each style given on the command line with what it says
// of it. style_schema_test.py holds the schema against it.
#include <iostream>

#include "kreds/document/value.hpp"
#include "kreds/drawing/style.hpp"

using namespace kreds;
using document::Array;
using document::Object;

namespace {

bool readable(const std::string& folder, const std::string& file) {
  try {
    drawing::load_style(folder, file);
    return true;
  } catch (const drawing::BadStyle&) {
    return false;
  }
}

}  // namespace

int main(int count, char** words) {
  Array forms, kinds;
  for (std::string_view form : drawing::line_forms()) forms.emplace_back(std::string(form));
  for (const auto& [name, kind] : drawing::line_names()) kinds.emplace_back(std::string(name));
  Object read;
  for (int i = 2; i < count; ++i) read.emplace_back(words[i], readable(words[1], words[i]));
  std::cout << document::to_text(Object{{"forms", forms}, {"lines", kinds}, {"readable", std::move(read)}});
}
