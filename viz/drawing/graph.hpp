/// \file
/// A scene as a Graphviz graph. Private to the drawing layer; cgraph and gvc stay in graph.cpp.
///
/// Every mark becomes a graph, node or edge attribute with a fixed name and a value made here; the user's words go into
/// plain labels only, with Graphviz's escapes taken out. Node names are opaque ("n3"), so no format repeats a name.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kreds/drawing/scene.hpp"

struct _cairo;  // NOLINT(bugprone-reserved-identifier): cairo calls it so

namespace kreds::drawing {

class Graph {
 public:
  explicit Graph(const Scene& scene);
  ~Graph();
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;

  std::string dot() const;            ///< as DOT source
  std::string svg() const;            ///< as Graphviz writes it
  void draw_on(_cairo* cairo) const;  ///< one unit of the cairo context is one point
 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kreds::drawing
