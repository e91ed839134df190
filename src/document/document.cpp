#include "kreds/document/document.hpp"

#include <algorithm>
#include <bit>

namespace kreds::document {
namespace {

bool starts_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// A name as a part of a JSON pointer: ~ and / are its own signs.
void append_escaped(std::string& out, const std::string& name) {
  for (char c : name) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
}

}  // namespace

// --- Node ----------------------------------------------------------------------------------------------

Kind Node::kind() const {
  return document_->cell(index_).kind;
}
bool Node::boolean() const {
  return document_->cell(index_).payload != 0;
}
std::int64_t Node::integer() const {
  return std::bit_cast<std::int64_t>(document_->cell(index_).payload);
}

double Node::number() const {
  return is(Kind::integer) ? static_cast<double>(integer()) : std::bit_cast<double>(document_->cell(index_).payload);
}

const std::string& Node::text() const {
  return document_->texts_[document_->cell(index_).payload];
}

std::string_view Node::raw() const {
  const auto& cell = document_->cell(index_);
  return std::string_view(document_->text_).substr(cell.begin, cell.end - cell.begin);
}

const std::string& Node::key() const {
  return document_->names_[document_->cell(index_).name];
}
Place Node::place() const {
  return document_->place_at(document_->cell(index_).begin, index_);
}

Place Node::key_place() const {
  const auto above = parent();
  return above && above->is(Kind::object) ? document_->place_at(document_->cell(index_).key_begin, index_) : place();
}

std::optional<Node> Node::find(std::string_view key) const {
  for (Node child : children())
    if (child.key() == key) return child;
  return std::nullopt;
}

std::optional<Node> Node::parent() const {
  const std::uint32_t above = document_->cell(index_).parent;
  if (above == Document::none) return std::nullopt;
  return Node(document_, above);
}

std::size_t Node::size() const {
  return document_->cell(index_).count;
}
Node::Children Node::children() const {
  return {document_, document_->cell(index_).first};
}

Node::Children::Iterator& Node::Children::Iterator::operator++() {
  index_ = document_->cell(index_).next;
  return *this;
}

// --- Document ------------------------------------------------------------------------------------------

std::size_t Document::characters_to(std::size_t offset) const {
  const std::size_t nearest = offset / block;
  const auto from = text_.begin() + static_cast<std::ptrdiff_t>(nearest * block);
  const auto to = text_.begin() + static_cast<std::ptrdiff_t>(offset);
  return characters_before_[nearest] + static_cast<std::size_t>(std::count_if(from, to, starts_character));
}

Place Document::place_at(std::size_t offset, std::uint32_t cell) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin());
  const std::size_t column = characters_to(offset) - characters_to(line_starts_[line - 1]) + 1;
  return {file_, line, column, cell == none ? "" : pointer(cell)};
}

std::string Document::pointer(std::uint32_t cell) const {
  std::vector<const Cell*> path;
  for (const Cell* at = &cells_[cell]; at->parent != none; at = &cells_[at->parent]) path.push_back(at);
  std::string out;
  std::reverse(path.begin(), path.end());
  for (const Cell* part : path) {
    out += '/';
    if (cells_[part->parent].kind == Kind::object)
      append_escaped(out, names_[part->name]);
    else
      out += std::to_string(part->position);
  }
  return out;
}

}  // namespace kreds::document
