/* The least that a site of lessons could cost: libcmark alone, over the same files.
 *
 *   markdown LIST
 *
 * LIST names a file a line. Each is read, parsed and rendered as HTML, which is counted and thrown away. What is
 * left out is the site: front matter, checks, questions, templates, search, and every file that is written. */

#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *contents(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    exit(1);
  }
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*length + 1);
  if (bytes == NULL || fread(bytes, 1, *length, file) != *length) {
    perror(path);
    exit(1);
  }
  fclose(file);
  return bytes;
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: markdown LIST\n");
    return 64;
  }
  FILE *list = fopen(arguments[1], "r");
  if (list == NULL) {
    perror(arguments[1]);
    return 1;
  }
  char path[4096];
  size_t written = 0;
  while (fgets(path, sizeof path, list) != NULL) {
    path[strcspn(path, "\n")] = '\0';
    size_t length;
    char *bytes = contents(path, &length);
    char *html = cmark_markdown_to_html(bytes, length, CMARK_OPT_DEFAULT);
    written += strlen(html);
    free(html);
    free(bytes);
  }
  fclose(list);
  printf("%zu\n", written);
  return 0;
}
